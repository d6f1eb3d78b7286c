-- The leaders' side: orders followed to their end, papers that end, levels of a county.

-- Papers that are over are found by their day.
CREATE INDEX papers_by_day ON papers (day);

-- People who were forgotten, whose names still have to be blotted out of printed papers; `paper` is how far it has got.
CREATE TABLE blots (
    person_id INTEGER PRIMARY KEY REFERENCES people (id),
    name TEXT NOT NULL,
    paper BIGINT NOT NULL DEFAULT 0
);

-- Tasks to their end: a leader verifies what is done or returns it; what was changed of a task is kept.
ALTER TABLE tasks ADD COLUMN verify INTEGER NOT NULL DEFAULT 0;        -- whether a completion waits for a leader's word
ALTER TABLE tasks ADD COLUMN message_id BIGINT;                        -- the message of `made_in` in which it was written
ALTER TABLE task_units ADD COLUMN verified_at BIGINT;                  -- of the completion that stands
ALTER TABLE task_units ADD COLUMN returned INTEGER NOT NULL DEFAULT 0; -- how often a completion was returned

-- What happened to a task, and to a unit's part of it, one row an event.
CREATE TABLE task_events (
    id INTEGER PRIMARY KEY,
    task INTEGER NOT NULL REFERENCES tasks (number),
    unit_id INTEGER REFERENCES units (id),        -- NULL: of the task itself
    at BIGINT NOT NULL,
    person_id INTEGER REFERENCES people (id),     -- NULL: the clock
    what TEXT NOT NULL,                           -- published | edited | withdrawn, a unit's state, verified, returned
    words TEXT NOT NULL DEFAULT '',               -- the reason, as given
    before_json TEXT NOT NULL DEFAULT '{}'        -- what the parts that were edited said before
);
CREATE INDEX task_events_task ON task_events (task, unit_id);
CREATE INDEX task_events_at ON task_events (at);
