-- name: drop!
DELETE FROM task_targets WHERE task = :task

-- name: add!
INSERT INTO task_targets (task, indicator, kind, amount, each, first_day, last_day)
VALUES (:task, :indicator, :kind, :amount, :each, :first_day, :last_day)

-- name: of_task
SELECT * FROM task_targets WHERE task = :task ORDER BY indicator

-- name: reached
SELECT indicator, unit_id, value FROM task_reached WHERE task = :task

-- name: reached_by
SELECT indicator, value FROM task_reached WHERE task = :task AND unit_id = :unit_id

-- name: reach!
INSERT INTO task_reached (task, indicator, unit_id, value) VALUES (:task, :indicator, :unit_id, :value)
ON CONFLICT (task, indicator, unit_id) DO UPDATE SET value = excluded.value

-- name: unreach!
DELETE FROM task_reached WHERE task = :task AND indicator = :indicator AND unit_id = :unit_id

-- name: any$
-- Whether any task has a target.
SELECT EXISTS (SELECT 1 FROM task_targets)

-- name: touched
-- The published tasks of the unit whose targets count that day.
SELECT DISTINCT g.task FROM task_targets g JOIN tasks t ON t.number = g.task
JOIN task_units u ON u.task = g.task AND u.unit_id = :unit_id
WHERE t.state = 'published' AND g.first_day <= :day AND (g.last_day IS NULL OR g.last_day >= :day)
ORDER BY g.task

-- name: fills
SELECT unit_id, closed FROM task_fills WHERE task = :task

-- name: fill!
INSERT INTO task_fills (task, unit_id, closed) VALUES (:task, :unit_id, :closed)
ON CONFLICT (task, unit_id) DO UPDATE SET closed = excluded.closed

-- name: open_again!
DELETE FROM task_fills WHERE task = :task AND unit_id = :unit_id
