-- What is said once stands once: a figure under its indicator's number instead of its code, a version that says what one
-- statement says in that statement, and what a report says in its version.

CREATE TABLE indicators (
    number INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
);
INSERT INTO indicators (code)
SELECT f.key FROM (SELECT values_json AS kept FROM statements UNION ALL SELECT cumulative_json FROM statements
                   UNION ALL SELECT values_json FROM report_versions WHERE values_json <> ''
                   UNION ALL SELECT cumulative_json FROM report_versions WHERE cumulative_json <> ''), json_each(kept) f
GROUP BY f.key ORDER BY count(*) DESC, f.key;
UPDATE statements SET values_json = (
    SELECT '{' || group_concat('"' || i.number || '":' || COALESCE(f.value, 'null')) || '}'
    FROM json_each(values_json) f CROSS JOIN indicators i WHERE i.code = f.key)
WHERE values_json <> '{}';
UPDATE statements SET cumulative_json = (
    SELECT '{' || group_concat('"' || i.number || '":' || COALESCE(f.value, 'null')) || '}'
    FROM json_each(cumulative_json) f CROSS JOIN indicators i WHERE i.code = f.key)
WHERE cumulative_json <> '{}';

DROP TRIGGER versions_not_changed;
DROP TRIGGER versions_not_taken;
UPDATE report_versions SET values_json = (
    SELECT '{' || group_concat('"' || i.number || '":' || COALESCE(f.value, 'null')) || '}'
    FROM json_each(values_json) f CROSS JOIN indicators i WHERE i.code = f.key)
WHERE values_json NOT IN ('', '{}');
UPDATE report_versions SET cumulative_json = (
    SELECT '{' || group_concat('"' || i.number || '":' || COALESCE(f.value, 'null')) || '}'
    FROM json_each(cumulative_json) f CROSS JOIN indicators i WHERE i.code = f.key)
WHERE cumulative_json NOT IN ('', '{}');

-- What is ordinary is not written: source '' is a message, mode '' replaces.
UPDATE statements SET source = CASE source WHEN 'message' THEN '' ELSE source END, mode = CASE mode WHEN 'replace' THEN '' ELSE mode END;

ALTER TABLE statements ADD COLUMN version INTEGER;   -- the version that it alone made; null: none, or one in report_versions
ALTER TABLE statements ADD COLUMN noted_at BIGINT;   -- of that version, as in report_versions
ALTER TABLE statements ADD COLUMN reason TEXT;       -- of that version; null: report
UPDATE statements SET version = v.version, noted_at = v.noted_at, reason = NULLIF(v.reason, 'report')
FROM report_versions v
WHERE v.statement_id = statements.id AND v.day = statements.day AND v.unit_id = statements.unit_id
  AND v.values_json = '' AND v.texts_json = '{}' AND statements.texts_json = '{}' AND v.zero = statements.zero
  AND v.said_at = statements.heard_at AND COALESCE(v.person_id, 0) = COALESCE(statements.person_id, 0)
  AND NOT EXISTS (SELECT 1 FROM report_versions o WHERE o.day = v.day AND o.unit_id = v.unit_id AND o.version < v.version
                                                    AND o.statement_id = v.statement_id);
DELETE FROM report_versions WHERE EXISTS (
    SELECT 1 FROM statements s WHERE s.id = report_versions.statement_id AND s.version = report_versions.version);
UPDATE report_versions SET (values_json, cumulative_json) = (
    SELECT s.values_json, s.cumulative_json FROM statements s WHERE s.id = report_versions.statement_id)
WHERE values_json = '';
CREATE TRIGGER versions_not_changed
BEFORE UPDATE OF day, unit_id, version, values_json, cumulative_json, zero, said_at, person_id, statement_id, reason, noted_at ON report_versions
WHEN NOT EXISTS (SELECT 1 FROM audit_door)
BEGIN SELECT RAISE(ABORT, 'versions are only added to'); END;
CREATE TRIGGER versions_not_taken BEFORE DELETE ON report_versions WHEN NOT EXISTS (SELECT 1 FROM audit_door)
BEGIN SELECT RAISE(ABORT, 'versions are only added to'); END;
CREATE TRIGGER statements_not_changed
BEFORE UPDATE OF id, day, unit_id, said_at, heard_at, mode, values_json, cumulative_json, zero, person_id, version, reason, noted_at ON statements
WHEN OLD.version IS NOT NULL AND NOT EXISTS (SELECT 1 FROM audit_door)
BEGIN SELECT RAISE(ABORT, 'versions are only added to'); END;
CREATE TRIGGER statements_not_taken BEFORE DELETE ON statements
WHEN OLD.version IS NOT NULL AND NOT EXISTS (SELECT 1 FROM audit_door)
BEGIN SELECT RAISE(ABORT, 'versions are only added to'); END;

CREATE TABLE lean_reports (
    day TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    first_at BIGINT NOT NULL,                     -- the first submission, by its message's date: decides on-time for ever
    version INTEGER NOT NULL,                     -- the one that stands
    open_questions INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (day, unit_id)
) WITHOUT ROWID;
INSERT INTO lean_reports SELECT day, unit_id, first_at, version, open_questions FROM reports ORDER BY day, unit_id;
DROP TABLE reports;
ALTER TABLE lean_reports RENAME TO reports;
CREATE INDEX reports_unit ON reports (unit_id, day);

-- Where units' days stand: each report with what its version says.
CREATE VIEW standing AS
SELECT r.day, r.unit_id, r.first_at, r.version, r.open_questions,
       COALESCE(v.values_json, s.values_json) AS values_json, COALESCE(v.cumulative_json, s.cumulative_json) AS cumulative_json,
       COALESCE(v.texts_json, '{}') AS texts_json, COALESCE(v.zero, s.zero) AS zero, COALESCE(v.said_at, s.heard_at) AS last_at
FROM reports r
LEFT JOIN report_versions v ON v.day = r.day AND v.unit_id = r.unit_id AND v.version = r.version
LEFT JOIN statements s ON s.day = r.day AND s.unit_id = r.unit_id AND s.version = r.version;

-- What people wrote is searched, and erased at its end date, where there still is any of it.
DROP INDEX statements_said;
CREATE INDEX statements_words ON statements (said_at) WHERE raw <> '' OR texts_json <> '{}' OR read_as_json <> '[]' OR sender <> '';
