-- The audit log is only added to. What may be taken out of it by a rule (its end date) opens this door in its transaction,
-- and shuts it again before the end: nobody else ever sees it open.
CREATE TABLE audit_door (
    reason TEXT NOT NULL
);
CREATE TRIGGER audit_not_changed BEFORE UPDATE ON audit WHEN NOT EXISTS (SELECT 1 FROM audit_door)
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_not_taken BEFORE DELETE ON audit WHEN NOT EXISTS (SELECT 1 FROM audit_door)
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE INDEX audit_at ON audit (at);

-- The nights on which what has passed its end date was erased; a row makes it happen once.
CREATE TABLE purges (
    day TEXT PRIMARY KEY,
    done_at BIGINT NOT NULL
);

-- Accounts whose raw updates are still to be erased: somebody asked to be forgotten. `place` is how far it has got.
CREATE TABLE forgetting (
    telegram_id BIGINT PRIMARY KEY,
    place BIGINT NOT NULL,
    until BIGINT NOT NULL
);
