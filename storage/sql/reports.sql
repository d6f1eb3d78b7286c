-- name: of_day
-- Where every unit that has said anything stands.
SELECT * FROM reports WHERE day = :day ORDER BY unit_id

-- name: heard
SELECT unit_id, first_at, open_questions FROM reports WHERE day = :day ORDER BY unit_id

-- name: of_unit^
SELECT * FROM reports WHERE day = :day AND unit_id = :unit_id

-- name: before^
-- The unit's latest report of an earlier day, back to the oldest one that is of use.
SELECT * FROM reports WHERE unit_id = :unit_id AND day < :day AND day >= :oldest ORDER BY day DESC LIMIT 1

-- name: last_days
SELECT * FROM reports WHERE unit_id = :unit_id AND day < :day AND day >= :oldest ORDER BY day

-- name: between
SELECT * FROM reports WHERE unit_id = :unit_id AND day >= :first AND day <= :last ORDER BY day

-- name: figures_between
SELECT day, unit_id, values_json FROM reports WHERE day >= :first AND day <= :last

-- name: save!
-- first_at only ever moves to an earlier instant: no correction turns on-time into late.
INSERT INTO reports (day, unit_id, values_json, cumulative_json, texts_json, zero, first_at, last_at, version, open_questions)
VALUES (:day, :unit_id, :values_json, :cumulative_json, :texts_json, :zero, :first_at, :last_at, :version, :open_questions)
ON CONFLICT (day, unit_id) DO UPDATE SET values_json = excluded.values_json, cumulative_json = excluded.cumulative_json,
    texts_json = excluded.texts_json, zero = excluded.zero, last_at = excluded.last_at, version = excluded.version,
    open_questions = excluded.open_questions,
    first_at = CASE WHEN excluded.first_at < reports.first_at THEN excluded.first_at ELSE reports.first_at END

-- name: count_questions!
UPDATE reports SET open_questions = :open_questions WHERE day = :day AND unit_id = :unit_id

-- name: withdraw!
DELETE FROM reports WHERE day = :day AND unit_id = :unit_id

-- name: save_version!
-- Empty figures are its statement's, which never change: most versions say what one message said.
INSERT INTO report_versions (day, unit_id, version, values_json, cumulative_json, texts_json, zero, said_at, person_id, statement_id, reason, noted_at)
SELECT :day, :unit_id, :version, CASE WHEN s.same IS NULL THEN :values_json ELSE '' END,
       CASE WHEN s.same IS NULL THEN :cumulative_json ELSE '' END, :texts_json, :zero, :said_at, :person_id, :statement_id, :reason, :noted_at
FROM (SELECT max(id) AS same FROM statements
      WHERE id = :statement_id AND values_json = :values_json AND cumulative_json = :cumulative_json) s

-- name: newest_version$
SELECT max(version) FROM report_versions WHERE day = :day AND unit_id = :unit_id

-- name: versions
SELECT v.day, v.unit_id, v.version, v.texts_json, v.zero, v.said_at, v.person_id, v.statement_id, v.reason, v.noted_at,
       CASE v.values_json WHEN '' THEN s.values_json ELSE v.values_json END AS values_json,
       CASE v.cumulative_json WHEN '' THEN s.cumulative_json ELSE v.cumulative_json END AS cumulative_json,
       COALESCE(s.sender, p.name, '') AS sender, s.raw AS raw
FROM report_versions v LEFT JOIN statements s ON s.id = v.statement_id LEFT JOIN people p ON p.id = v.person_id
WHERE v.day = :day AND v.unit_id = :unit_id ORDER BY v.version

-- name: days_reported
SELECT day FROM reports GROUP BY day ORDER BY day

-- name: every
SELECT day, unit_id, values_json FROM reports ORDER BY day, unit_id

-- name: running
SELECT unit_id, indicator, total FROM running_totals ORDER BY unit_id, indicator

-- name: running_of
SELECT indicator, total FROM running_totals WHERE unit_id = :unit_id

-- name: set_running!
INSERT INTO running_totals (unit_id, indicator, total) VALUES (:unit_id, :indicator, :total)
ON CONFLICT (unit_id, indicator) DO UPDATE SET total = excluded.total

-- name: clear_running!
DELETE FROM running_totals
