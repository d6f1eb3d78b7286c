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

-- Orders that go out at once, tasks that repeat, targets that reports fill, numbers that units send back.
CREATE TABLE task_series (
    number INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    body TEXT NOT NULL DEFAULT '',
    audience_json TEXT NOT NULL DEFAULT '[]',     -- as in tasks
    scope_json TEXT NOT NULL DEFAULT 'null',
    due_words TEXT NOT NULL DEFAULT '',           -- read anew for each day
    photo INTEGER NOT NULL DEFAULT 0,
    verify INTEGER NOT NULL DEFAULT 0,
    goals TEXT NOT NULL DEFAULT '',
    asks TEXT NOT NULL DEFAULT '',
    weekdays TEXT NOT NULL,                       -- 1 is Monday: '1234567', '135'
    until_day TEXT,
    state TEXT NOT NULL DEFAULT 'draft',          -- draft | running | paused | ended
    made_by INTEGER REFERENCES people (id),
    made_in INTEGER REFERENCES chats (id),
    made_at BIGINT NOT NULL
);

ALTER TABLE tasks ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tasks ADD COLUMN goals TEXT NOT NULL DEFAULT '';        -- its targets, as written
ALTER TABLE tasks ADD COLUMN asks TEXT NOT NULL DEFAULT '';         -- of what it wants a number, as written
ALTER TABLE tasks ADD COLUMN series INTEGER REFERENCES task_series (number);
ALTER TABLE tasks ADD COLUMN series_day TEXT;                       -- the day that it is for: one a series and day
CREATE UNIQUE INDEX tasks_of_series ON tasks (series, series_day);

-- How often an order was sent again to the units that are silent, and when that is due next; null: no more.
CREATE TABLE order_rounds (
    task INTEGER PRIMARY KEY REFERENCES tasks (number),
    rounds INTEGER NOT NULL DEFAULT 0,
    next_at BIGINT
);

-- What a published task wants to see reported; `each`: of every unit, else of all together.
CREATE TABLE task_targets (
    task INTEGER NOT NULL REFERENCES tasks (number),
    indicator TEXT NOT NULL,
    kind TEXT NOT NULL,                           -- flow | stock
    amount TEXT NOT NULL,
    each INTEGER NOT NULL,
    first_day TEXT NOT NULL,                      -- the days whose reports count
    last_day TEXT,
    PRIMARY KEY (task, indicator)
);

-- How far each unit's reports of those days have come, kept on write.
CREATE TABLE task_reached (
    task INTEGER NOT NULL REFERENCES tasks (number),
    indicator TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    value TEXT NOT NULL,
    PRIMARY KEY (task, indicator, unit_id)
);

-- Units whose reports have filled a task; `closed`: that made it done, nobody said so.
CREATE TABLE task_fills (
    task INTEGER NOT NULL REFERENCES tasks (number),
    unit_id INTEGER NOT NULL REFERENCES units (id),
    closed INTEGER NOT NULL,
    PRIMARY KEY (task, unit_id)
);

CREATE TABLE task_numbers (
    task INTEGER NOT NULL REFERENCES tasks (number),
    unit_id INTEGER NOT NULL REFERENCES units (id),
    value TEXT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (task, unit_id)
);

ALTER TABLE decisions ADD COLUMN task INTEGER REFERENCES tasks (number);

-- Levels of a county: a node may close before the node above it.
ALTER TABLE units ADD COLUMN deadline TEXT;                         -- HH:MM, local; null: as the node above it

-- What the command tells all units (通报), and what one unit does well, told to the others (经验).
CREATE TABLE circulars (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                           -- circular | practice
    unit_id INTEGER REFERENCES units (id),        -- whose practice; null where it is no unit's
    person_id INTEGER REFERENCES people (id),     -- who wrote it
    text TEXT NOT NULL,
    audience_json TEXT NOT NULL DEFAULT '[]',     -- as in tasks
    scope_json TEXT NOT NULL DEFAULT 'null',
    chat_id INTEGER NOT NULL REFERENCES chats (id),   -- the message that it was: kept once
    message_id BIGINT NOT NULL,
    album TEXT,
    state TEXT NOT NULL DEFAULT 'waiting',        -- waiting | sent | dropped
    made_at BIGINT NOT NULL,
    decided_by INTEGER REFERENCES people (id),
    decided_at BIGINT,
    UNIQUE (chat_id, message_id)
);
CREATE INDEX circulars_album ON circulars (chat_id, album) WHERE album IS NOT NULL;
CREATE INDEX circulars_state ON circulars (kind, state, decided_at);

CREATE TABLE circular_files (
    circular INTEGER NOT NULL REFERENCES circulars (id),
    file_unique_id TEXT NOT NULL,
    kind TEXT NOT NULL,                           -- photo | document | video
    file_id TEXT NOT NULL,
    place INTEGER NOT NULL,                       -- the message's id: the order in which they were sent
    PRIMARY KEY (circular, file_unique_id)
);

-- The units that it went to, and when one of their people said to have read it.
CREATE TABLE circular_units (
    circular INTEGER NOT NULL REFERENCES circulars (id),
    unit_id INTEGER NOT NULL REFERENCES units (id),
    read_at BIGINT,
    read_by INTEGER REFERENCES people (id),
    PRIMARY KEY (circular, unit_id)
);
