-- The first day. Instants are whole milliseconds since 1970 in UTC; days are local dates, as text; *_json columns hold JSON.

-- Facts about this installation: claim code, first start, last poll.
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Every update as Telegram sent it, before anybody reads it. The raw message is the record.
CREATE TABLE inbox (
    place INTEGER PRIMARY KEY,
    update_id BIGINT NOT NULL UNIQUE,
    received_at BIGINT NOT NULL,
    raw TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',       -- waiting | done | aside
    tries INTEGER NOT NULL DEFAULT 0,
    trace TEXT,
    done_at BIGINT
);
CREATE INDEX inbox_waiting ON inbox (place) WHERE state = 'waiting';

-- Every outgoing message, written in the transaction that caused it.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,                     -- what makes it happen once
    act TEXT NOT NULL,                            -- send | edit | react | toast | pin
    lane INTEGER NOT NULL,                        -- 0 answer, 1 alert, 2 board, 3 order, 4 reminder
    chat_id INTEGER,                              -- ours; null for a toast
    kind TEXT NOT NULL,
    fields_json TEXT NOT NULL,
    buttons_json TEXT NOT NULL DEFAULT '[]',
    target TEXT,                                  -- key of the row whose message is edited or pinned
    message_id BIGINT,                            -- Telegram's: what was sent, or what is replied to before it is
    reply_to BIGINT,
    about TEXT,                                   -- what it is about, so that it can be cleared
    not_before BIGINT NOT NULL,
    expires_at BIGINT,
    state TEXT NOT NULL DEFAULT 'waiting',        -- waiting | sending | sent | failed | cleared | superseded | uncertain
    tries INTEGER NOT NULL DEFAULT 0,
    made_at BIGINT NOT NULL,
    sent_at BIGINT,
    error TEXT
);
CREATE INDEX outbox_waiting ON outbox (lane, id) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_about ON outbox (about) WHERE about IS NOT NULL;
CREATE INDEX outbox_target ON outbox (target) WHERE target IS NOT NULL;
CREATE INDEX outbox_message ON outbox (chat_id, message_id) WHERE message_id IS NOT NULL;

-- Chats by an id of our own: Telegram's changes when a group becomes a supergroup.
CREATE TABLE chats (
    id INTEGER PRIMARY KEY,
    telegram_id BIGINT NOT NULL UNIQUE,
    kind TEXT NOT NULL,                           -- private | group | supergroup | channel
    title TEXT NOT NULL DEFAULT '',
    purpose TEXT NOT NULL DEFAULT 'none',         -- none | private | unit | command | town
    unit_id INTEGER REFERENCES units (id),
    state TEXT NOT NULL DEFAULT 'here',           -- here | gone (blocked, kicked, never started)
    rights_json TEXT NOT NULL DEFAULT '{}',
    language TEXT,
    changed_at BIGINT NOT NULL
);

CREATE TABLE units (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    parent_id INTEGER REFERENCES units (id),
    aliases_json TEXT NOT NULL DEFAULT '[]',
    tags_json TEXT NOT NULL DEFAULT '[]',
    reports INTEGER NOT NULL DEFAULT 1,           -- 1: answers for itself every day
    covers TEXT NOT NULL DEFAULT 'self',          -- self | subtree: children's figures are shown, not added
    active INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX units_parent ON units (parent_id);

CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    phone TEXT UNIQUE,
    telegram_id BIGINT UNIQUE,
    active INTEGER NOT NULL DEFAULT 1,
    joined_at BIGINT,
    left_at BIGINT
);

-- A post: a role held at a unit (operators and inspectors may hold theirs at none).
CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,                           -- warden | lead | leader | inspector | operator
    unit_id INTEGER REFERENCES units (id)
);
CREATE UNIQUE INDEX posts_once ON posts (person_id, role, COALESCE(unit_id, 0));
CREATE INDEX posts_unit ON posts (unit_id);

CREATE TABLE invitations (
    code TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    unit_id INTEGER REFERENCES units (id),
    made_by INTEGER REFERENCES people (id),
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    replaces INTEGER REFERENCES people (id),      -- a handover: this person's posts pass to whoever uses it
    used_by INTEGER REFERENCES people (id),
    used_at BIGINT
);

-- Tables of units or people sent as a document: fetched outside of any transaction, kept until somebody decides.
CREATE TABLE uploads (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    message_id BIGINT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    file_id TEXT NOT NULL,
    filename TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',        -- waiting | read | imported | dropped | failed
    tries INTEGER NOT NULL DEFAULT 0,
    not_before BIGINT NOT NULL,
    rows_json TEXT,                               -- what was read, until it is imported or dropped
    made_at BIGINT NOT NULL,
    UNIQUE (chat_id, message_id)
);
CREATE INDEX uploads_waiting ON uploads (id) WHERE state = 'waiting';

-- What one message (or answer, or form) said of a unit's day. A report is the fold of its live statements.
CREATE TABLE statements (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    said_at BIGINT NOT NULL,                      -- when its sender pressed send: the order of the fold
    heard_at BIGINT NOT NULL,                     -- when this wording of it was sent (its edit date, else said_at)
    source TEXT NOT NULL,                         -- message | edit | again (an edit that outdoes a later message) | answer | form | held
    mode TEXT NOT NULL,                           -- replace | add
    values_json TEXT NOT NULL,                    -- null takes the field back until somebody confirms it
    cumulative_json TEXT NOT NULL DEFAULT '{}',
    texts_json TEXT NOT NULL DEFAULT '{}',
    zero INTEGER NOT NULL DEFAULT 0,
    person_id INTEGER REFERENCES people (id),     -- null for a stranger whose report was admitted
    sender TEXT NOT NULL DEFAULT '',              -- the sender's name as it was then
    proxy INTEGER NOT NULL DEFAULT 0,             -- 1: said for a unit that is not the sender's
    chat_id INTEGER REFERENCES chats (id),
    message_id BIGINT,
    question_id INTEGER,                          -- the question that it answers, or (source held) that holds it back
    raw TEXT NOT NULL DEFAULT '',
    read_as_json TEXT NOT NULL DEFAULT '[]',      -- what was read by words learned of its sender: [words, indicator]
    dead_at BIGINT                                -- when another wording took its place; null while it counts
);
CREATE INDEX statements_day ON statements (day, unit_id);
CREATE INDEX statements_message ON statements (chat_id, message_id);
CREATE INDEX statements_question ON statements (question_id) WHERE question_id IS NOT NULL;

-- Where a unit's day stands: the fold, kept so that a board costs one read.
CREATE TABLE reports (
    day TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    values_json TEXT NOT NULL,
    cumulative_json TEXT NOT NULL,
    texts_json TEXT NOT NULL,
    zero INTEGER NOT NULL,
    first_at BIGINT NOT NULL,                     -- the first submission, by its message's date: decides on-time for ever
    last_at BIGINT NOT NULL,
    version INTEGER NOT NULL,
    open_questions INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (day, unit_id)
);
CREATE INDEX reports_unit ON reports (unit_id, day);

-- Every version that ever stood, with who, when, why.
CREATE TABLE report_versions (
    day TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    version INTEGER NOT NULL,
    values_json TEXT NOT NULL,
    cumulative_json TEXT NOT NULL,
    texts_json TEXT NOT NULL,
    zero INTEGER NOT NULL,
    said_at BIGINT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    statement_id INTEGER REFERENCES statements (id),
    reason TEXT NOT NULL,                         -- report | edit | correction | addition | answer | form | zero | withdrawn | reparse
    PRIMARY KEY (day, unit_id, version)
);

CREATE TABLE questions (
    id INTEGER PRIMARY KEY,
    statement_id INTEGER NOT NULL REFERENCES statements (id),
    day TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    ask TEXT NOT NULL,                            -- key of the outgoing message that asks
    number INTEGER NOT NULL,                      -- its line in that message
    indicator TEXT,
    value TEXT,
    quote TEXT NOT NULL,
    reason TEXT NOT NULL,
    total INTEGER NOT NULL DEFAULT 0,             -- 1: it is about a running total
    told_json TEXT NOT NULL DEFAULT '{}',         -- the figures that make it doubtful, by name
    state TEXT NOT NULL DEFAULT 'open',           -- open | settled | dropped | superseded
    settled_indicator TEXT,
    settled_value TEXT,
    settled_by INTEGER REFERENCES people (id),
    settled_at BIGINT
);
CREATE INDEX questions_unit ON questions (day, unit_id) WHERE state = 'open';
CREATE INDEX questions_statement ON questions (statement_id);
CREATE INDEX questions_ask ON questions (ask);

-- Reports that cannot be counted yet: a stranger's, or one whose unit is unclear.
CREATE TABLE held (
    id INTEGER PRIMARY KEY,
    reason TEXT NOT NULL,                         -- stranger | proxy | unit_unclear
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    message_id BIGINT NOT NULL,
    telegram_id BIGINT NOT NULL,
    sender_name TEXT NOT NULL,
    part INTEGER NOT NULL DEFAULT 0,              -- which of the message's reports, counted from 0
    unit_id INTEGER REFERENCES units (id),
    said_at BIGINT NOT NULL,
    raw TEXT NOT NULL,
    word TEXT NOT NULL DEFAULT '',                -- how the unit was written, where one was named
    ask TEXT NOT NULL DEFAULT '',                 -- key of the outgoing message that asks about it
    state TEXT NOT NULL DEFAULT 'waiting',        -- waiting | counted | refused
    settled_by INTEGER REFERENCES people (id),
    settled_at BIGINT,
    UNIQUE (chat_id, message_id, part)
);

-- What a word means in one chat when it is no unit's name: learned from an answer, revoked by /aliases.
CREATE TABLE chat_aliases (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    word TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    made_by INTEGER REFERENCES people (id),
    made_at BIGINT NOT NULL,
    UNIQUE (chat_id, word, unit_id)
);

-- What somebody's own words around a figure mean (出动宣传车#次): learned from an answer, revoked by /aliases.
CREATE TABLE sender_words (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    phrase TEXT NOT NULL,
    indicator TEXT NOT NULL,
    made_by INTEGER REFERENCES people (id),
    made_at BIGINT NOT NULL,
    UNIQUE (person_id, phrase)
);

-- The lines of the roll-call lists (接龙) of a chat and day, every wording of each: lists are posted again whole.
CREATE TABLE roll_lists (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    day TEXT NOT NULL,
    heading TEXT NOT NULL,                        -- which list it is: what stands over its lines
    unit_id INTEGER NOT NULL REFERENCES units (id),
    said TEXT NOT NULL,                           -- what the line says, as it is read
    state TEXT NOT NULL,                          -- stands | reworded | gone (left out of a later list) | withdrawn
    message_id BIGINT NOT NULL,                   -- the list in which it came up
    telegram_id BIGINT NOT NULL,                  -- who posted that
    at BIGINT NOT NULL,
    UNIQUE (chat_id, day, unit_id, said)
);
CREATE INDEX roll_lists_unit ON roll_lists (day, unit_id);

-- The message that tells what lists of a chat and day changed.
CREATE TABLE roll_cards (
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    day TEXT NOT NULL,
    post TEXT NOT NULL,                           -- key of the outgoing message
    rows_json TEXT NOT NULL,                      -- what it tells
    PRIMARY KEY (chat_id, day)
);

CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    task INTEGER REFERENCES tasks (number),
    person_id INTEGER REFERENCES people (id),
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    message_id BIGINT NOT NULL,
    kind TEXT NOT NULL,                           -- photo | document | video | voice
    file_id TEXT NOT NULL,
    file_unique_id TEXT NOT NULL,
    album TEXT,
    caption TEXT NOT NULL DEFAULT '',
    at BIGINT NOT NULL,
    UNIQUE (unit_id, day, file_unique_id)
);
CREATE INDEX evidence_unit ON evidence (day, unit_id);

-- Running sums of every flow over the days, kept by the difference to the version replaced.
CREATE TABLE running_totals (
    unit_id INTEGER NOT NULL REFERENCES units (id),
    indicator TEXT NOT NULL,
    total TEXT NOT NULL,
    PRIMARY KEY (unit_id, indicator)
);

-- What a leader changed of a day: its closing time, or that it has no cycle.
CREATE TABLE days (
    day TEXT PRIMARY KEY,
    closes_at BIGINT,
    reopened INTEGER NOT NULL DEFAULT 0,          -- 1: it had been collected before its close was moved
    skipped INTEGER NOT NULL DEFAULT 0,
    paused_at BIGINT,
    changed_by INTEGER REFERENCES people (id),
    changed_at BIGINT
);

-- One row a step of the day that has happened (or was missed): what keeps it from happening twice.
CREATE TABLE steps (
    day TEXT NOT NULL,
    step TEXT NOT NULL,                           -- morning, remind/14:30, collect, ...
    unit_id INTEGER NOT NULL DEFAULT 0,           -- 0: the town's own
    due_at BIGINT NOT NULL,
    state TEXT NOT NULL,                          -- done | missed | skipped
    done_at BIGINT NOT NULL,
    result_json TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (day, step, unit_id)
);

CREATE TABLE excuses (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    made_by INTEGER REFERENCES people (id),
    made_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX excuses_day ON excuses (from_day, to_day);

CREATE TABLE tasks (
    number INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    body TEXT NOT NULL DEFAULT '',
    audience_json TEXT NOT NULL DEFAULT '[]',     -- as written: names, codes, tags; empty means all
    scope_json TEXT NOT NULL DEFAULT 'null',      -- the nodes that its writer may address; null: the whole town
    due_at BIGINT,
    due_words TEXT NOT NULL DEFAULT '',           -- as written
    photo INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'draft',          -- draft | confirmed | published | cancelled
    made_by INTEGER REFERENCES people (id),
    made_in INTEGER REFERENCES chats (id),
    made_at BIGINT NOT NULL,
    publish_day TEXT,                             -- the day at whose 19:00 it goes out
    published_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX tasks_state ON tasks (state);

CREATE TABLE task_units (
    task INTEGER NOT NULL REFERENCES tasks (number),
    unit_id INTEGER NOT NULL REFERENCES units (id),
    state TEXT NOT NULL DEFAULT 'silent',         -- silent | seen | doing | done | difficulty
    answered_at BIGINT,                           -- the first answer of any kind
    changed_at BIGINT,
    done_at BIGINT,
    changed_by INTEGER REFERENCES people (id),
    reminded INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',              -- what the difficulty is, in the unit's words
    photo_asked INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (task, unit_id)
);
CREATE INDEX task_units_unit ON task_units (unit_id);

-- Whose task stands in which chat: one message a chat, whichever of these units it is for.
CREATE TABLE task_posts (
    task INTEGER NOT NULL REFERENCES tasks (number),
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    unit_id INTEGER NOT NULL REFERENCES units (id),
    PRIMARY KEY (task, chat_id, unit_id)
);
CREATE INDEX task_posts_unit ON task_posts (task, unit_id);

CREATE TABLE task_feedback (
    id INTEGER PRIMARY KEY,
    task INTEGER NOT NULL REFERENCES tasks (number),
    unit_id INTEGER NOT NULL REFERENCES units (id),
    person_id INTEGER REFERENCES people (id),
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    message_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    UNIQUE (task, chat_id, message_id)
);

CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    text TEXT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    at BIGINT NOT NULL
);
CREATE INDEX decisions_day ON decisions (day);

-- Who answered the roll-call of the meeting.
CREATE TABLE attendance (
    day TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (day, person_id)
);

-- The live board of a chat: which outbox row posted it.
CREATE TABLE boards (
    chat_id INTEGER PRIMARY KEY REFERENCES chats (id),
    day TEXT NOT NULL,
    post TEXT NOT NULL,
    edit TEXT NOT NULL DEFAULT '',                -- the row that showed (or will show) it last
    edits INTEGER NOT NULL DEFAULT 0,             -- how many rows it has had: what makes their keys unique
    edited_at BIGINT NOT NULL DEFAULT 0,
    shown TEXT NOT NULL DEFAULT '',               -- what it showed last, as a digest
    last TEXT NOT NULL DEFAULT ''                 -- the row that showed it
);

-- A conversation in the middle of it: survives any restart.
CREATE TABLE dialogues (
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    telegram_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    state_json TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (chat_id, telegram_id)
);

-- Who changed what, when. Only ever added to.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at BIGINT NOT NULL,
    person_id INTEGER,
    verb TEXT NOT NULL,
    fields_json TEXT NOT NULL DEFAULT '{}'
);
