-- What was printed: the brief of a day and node as it stood when it was made, and the minutes of a meeting.
CREATE TABLE papers (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                           -- brief | minutes
    day TEXT NOT NULL,
    node INTEGER NOT NULL DEFAULT 0,              -- whose: a unit's subtree; 0 is the whole town
    frozen INTEGER NOT NULL,                      -- 1: made at its hour, never changed again; 0: the latest that somebody asked for
    at BIGINT NOT NULL,
    body TEXT NOT NULL,                           -- what it says, without a word of any language: JSON, packed
    UNIQUE (kind, day, node, frozen)
);
