-- The queue's own order, and the few toasts beside it: what waits is found without passing by what was sent.
DROP INDEX outbox_waiting;
CREATE INDEX outbox_queue ON outbox (lane, id) WHERE state = 'waiting';
CREATE INDEX outbox_toasts ON outbox (id) WHERE state = 'waiting' AND chat_id IS NULL;
CREATE INDEX outbox_in_flight ON outbox (id) WHERE state = 'sending';

-- How often something changed that programs keep in mind from one transaction to the next.
CREATE TABLE stamps (
    subject TEXT PRIMARY KEY,                     -- units
    changes INTEGER NOT NULL
);
