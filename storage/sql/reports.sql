-- name: of_day
-- Where every unit that has said anything stands.
SELECT * FROM standing WHERE day = :day ORDER BY unit_id

-- name: heard
SELECT unit_id, first_at, open_questions FROM reports WHERE day = :day ORDER BY unit_id

-- name: of_unit^
SELECT * FROM standing WHERE day = :day AND unit_id = :unit_id

-- name: before^
-- The unit's latest report of an earlier day, back to the oldest one that is of use.
SELECT * FROM standing WHERE unit_id = :unit_id AND day < :day AND day >= :oldest ORDER BY day DESC LIMIT 1

-- name: last_days
SELECT * FROM standing WHERE unit_id = :unit_id AND day < :day AND day >= :oldest ORDER BY day

-- name: between
SELECT * FROM standing WHERE unit_id = :unit_id AND day >= :first AND day <= :last ORDER BY day

-- name: figures_between
SELECT day, unit_id, values_json FROM standing WHERE day >= :first AND day <= :last

-- name: save!
-- What its version says stands there. first_at only ever moves to an earlier instant: no correction turns on-time into late.
INSERT INTO reports (day, unit_id, first_at, version, open_questions) VALUES (:day, :unit_id, :first_at, :version, :open_questions)
ON CONFLICT (day, unit_id) DO UPDATE SET version = excluded.version, open_questions = excluded.open_questions,
    first_at = CASE WHEN excluded.first_at < reports.first_at THEN excluded.first_at ELSE reports.first_at END

-- name: count_questions!
UPDATE reports SET open_questions = :open_questions WHERE day = :day AND unit_id = :unit_id

-- name: withdraw!
DELETE FROM reports WHERE day = :day AND unit_id = :unit_id

-- name: point_at_statement!
-- A version that says what one statement says is that statement, which never changes: most are.
UPDATE statements SET version = :version, noted_at = :noted_at, reason = NULLIF(CAST(:reason AS TEXT), 'report')
WHERE id = :statement_id AND version IS NULL AND day = :day AND unit_id = :unit_id AND heard_at = :said_at
  AND values_json = :values_json AND cumulative_json = :cumulative_json AND texts_json = '{}' AND zero = :zero
  AND COALESCE(person_id, 0) = COALESCE(CAST(:person_id AS BIGINT), 0)

-- name: save_version!
INSERT INTO report_versions (day, unit_id, version, values_json, cumulative_json, texts_json, zero, said_at, person_id, statement_id, reason, noted_at)
VALUES (:day, :unit_id, :version, :values_json, :cumulative_json, :texts_json, :zero, :said_at, :person_id, :statement_id, :reason, :noted_at)

-- name: newest_version$
SELECT max(version) FROM (
    SELECT version FROM report_versions WHERE day = :day AND unit_id = :unit_id
    UNION ALL SELECT version FROM statements WHERE day = :day AND unit_id = :unit_id) every_version

-- name: begun^
-- What a unit's day goes on from: its latest version, and its first message, whatever became of its wording.
SELECT max(version) AS version, min(said_at) AS first_at FROM (
    SELECT version, CAST(NULL AS BIGINT) AS said_at FROM report_versions WHERE day = :day AND unit_id = :unit_id
    UNION ALL SELECT version, CASE WHEN source <> 'held' THEN said_at END FROM statements WHERE day = :day AND unit_id = :unit_id) said

-- name: versions
SELECT v.version, v.values_json, v.cumulative_json, v.texts_json, v.zero, v.said_at, v.person_id, v.statement_id, v.reason, v.noted_at,
       COALESCE(s.sender, p.name, '') AS sender, s.raw AS raw
FROM report_versions v LEFT JOIN statements s ON s.id = v.statement_id LEFT JOIN people p ON p.id = v.person_id
WHERE v.day = :day AND v.unit_id = :unit_id
UNION ALL
SELECT s.version, s.values_json, s.cumulative_json, '{}', s.zero, s.heard_at, s.person_id, s.id,
       COALESCE(s.reason, 'report'), s.noted_at, s.sender, s.raw
FROM statements s WHERE s.day = :day AND s.unit_id = :unit_id AND s.version IS NOT NULL
ORDER BY version

-- name: days_reported
SELECT day FROM reports GROUP BY day ORDER BY day

-- name: every
SELECT day, unit_id, values_json FROM standing ORDER BY day, unit_id

-- name: running
-- A row a unit: to read one a unit and indicator takes half as long again.
SELECT unit_id, group_concat(indicator, ' ') AS indicators, group_concat(total, ' ') AS totals
FROM running_totals GROUP BY unit_id

-- name: running_postgres
SELECT unit_id, string_agg(indicator, ' ') AS indicators, string_agg(total, ' ') AS totals
FROM running_totals GROUP BY unit_id

-- name: running_of
SELECT indicator, total FROM running_totals WHERE unit_id = :unit_id

-- name: set_running!
INSERT INTO running_totals (unit_id, indicator, total) VALUES (:unit_id, :indicator, :total)
ON CONFLICT (unit_id, indicator) DO UPDATE SET total = excluded.total

-- name: clear_running!
DELETE FROM running_totals
