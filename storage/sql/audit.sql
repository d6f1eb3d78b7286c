-- name: note!
INSERT INTO audit (at, person_id, verb, fields_json) VALUES (:at, :person_id, :verb, :fields_json)

-- name: open_door!
INSERT INTO audit_door (reason) VALUES (:reason)

-- name: shut_door!
DELETE FROM audit_door

-- name: of_person
-- What somebody did, newest last: the log's lines, and the versions that are lines of it themselves.
SELECT at, verb, fields_json FROM audit WHERE person_id = :person_id
UNION ALL
SELECT noted_at AS at, 'report' AS verb, '{"unit":' || unit_id || ',"day":"' || day || '","version":' || version || ',"why":"' || reason
       || '","statement":' || COALESCE(CAST(statement_id AS TEXT), 'null') || '}' AS fields_json
FROM (SELECT day, unit_id, version, person_id, statement_id, reason, noted_at FROM report_versions
      UNION ALL SELECT day, unit_id, version, person_id, id, COALESCE(reason, 'report'), noted_at FROM statements WHERE version IS NOT NULL) versions
WHERE person_id = :person_id AND noted_at IS NOT NULL
ORDER BY at

-- name: verbs
SELECT at, person_id, verb, fields_json FROM audit WHERE verb = :verb ORDER BY id
