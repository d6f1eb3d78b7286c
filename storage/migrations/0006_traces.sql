-- Which update caused a message (null: the clock did), and when it could have gone out first, however often it was put back.
ALTER TABLE outbox ADD COLUMN update_id BIGINT;
ALTER TABLE outbox ADD COLUMN ready_at BIGINT;
-- What was set aside is counted at every look of whoever watches.
CREATE INDEX inbox_aside ON inbox (place) WHERE state = 'aside';
