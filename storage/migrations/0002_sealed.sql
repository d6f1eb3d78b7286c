-- A number is found by its mark, for the number itself may be sealed: a keyed hash of it, or itself where there is no key.
ALTER TABLE people ADD COLUMN phone_mark TEXT;
UPDATE people SET phone_mark = phone;
CREATE UNIQUE INDEX people_phone_mark ON people (phone_mark);
-- What people wrote is searched backwards through time.
CREATE INDEX statements_said ON statements (said_at);
CREATE INDEX task_feedback_at ON task_feedback (at);
