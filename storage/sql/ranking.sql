-- How units worked over some days: read once for all of them, so that a ranking of a week costs as many questions as one of a day.

-- name: reports
-- When each unit first reported, and what is still to be asked; figures only where their number is needed.
SELECT day, unit_id, first_at, open_questions, CASE WHEN open_questions > 0 THEN values_json ELSE '{}' END AS figures_json
FROM standing WHERE day >= :first AND day <= :last

-- name: excused
SELECT unit_id, from_day, to_day FROM excuses WHERE from_day <= :last AND to_day >= :first AND revoked_at IS NULL

-- name: orders
SELECT day, closes_at, reopened, skipped, kept, paused_at FROM days WHERE day >= :first AND day <= :last
