-- A version that says what one statement says points at it, and is a line of the audit log itself: it is only added to.
-- Without row numbers of their own versions and reports need no second tree for their key.
CREATE TABLE lean_versions (
    day TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    version INTEGER NOT NULL,
    values_json TEXT NOT NULL,                    -- '': the statement's
    cumulative_json TEXT NOT NULL,                -- '': the statement's
    texts_json TEXT NOT NULL,
    zero INTEGER NOT NULL,
    said_at BIGINT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    statement_id INTEGER REFERENCES statements (id),
    reason TEXT NOT NULL,                         -- report | edit | correction | addition | answer | form | zero | withdrawn | reparse
    noted_at BIGINT,                              -- when the program took it in; null: the audit log has a line of it
    PRIMARY KEY (day, unit_id, version)
) WITHOUT ROWID;
INSERT INTO lean_versions
SELECT v.day, v.unit_id, v.version, CASE WHEN s.id IS NULL THEN v.values_json ELSE '' END,
       CASE WHEN s.id IS NULL THEN v.cumulative_json ELSE '' END, v.texts_json, v.zero, v.said_at, v.person_id, v.statement_id,
       v.reason, NULL
FROM report_versions v LEFT JOIN statements s
    ON s.id = v.statement_id AND s.values_json = v.values_json AND s.cumulative_json = v.cumulative_json
ORDER BY v.day, v.unit_id, v.version;
DROP TABLE report_versions;
ALTER TABLE lean_versions RENAME TO report_versions;
CREATE TRIGGER versions_not_changed
BEFORE UPDATE OF day, unit_id, version, values_json, cumulative_json, zero, said_at, person_id, statement_id, reason, noted_at ON report_versions
WHEN NOT EXISTS (SELECT 1 FROM audit_door)
BEGIN SELECT RAISE(ABORT, 'versions are only added to'); END;
CREATE TRIGGER versions_not_taken BEFORE DELETE ON report_versions WHEN NOT EXISTS (SELECT 1 FROM audit_door)
BEGIN SELECT RAISE(ABORT, 'versions are only added to'); END;

CREATE TABLE lean_reports (
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
) WITHOUT ROWID;
INSERT INTO lean_reports SELECT * FROM reports ORDER BY day, unit_id;
DROP TABLE reports;
ALTER TABLE lean_reports RENAME TO reports;
CREATE INDEX reports_unit ON reports (unit_id, day);

-- A day that has its cycle although the town's calendar takes it out.
ALTER TABLE days ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;

-- What a message was sent back for is looked up when somebody replies to it.
CREATE INDEX task_feedback_message ON task_feedback (chat_id, message_id);
CREATE INDEX evidence_message ON evidence (chat_id, message_id);
CREATE INDEX evidence_album ON evidence (chat_id, album);
