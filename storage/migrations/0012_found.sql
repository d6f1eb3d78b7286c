-- What is asked for nearly every message is found: not looked for among all chats, and all questions there ever were. And
-- whose doing a document is.
CREATE INDEX chats_purpose ON chats (purpose, unit_id);
DROP INDEX questions_unit;
CREATE INDEX questions_unit ON questions (day, unit_id);
CREATE INDEX questions_open ON questions (day) WHERE state = 'open';
CREATE INDEX held_sender ON held (telegram_id) WHERE state = 'waiting';
CREATE INDEX held_ask ON held (ask);
CREATE INDEX order_rounds_due ON order_rounds (next_at);

ALTER TABLE uploads ADD COLUMN update_id BIGINT;  -- the update by which the document came; null: before schema 12
