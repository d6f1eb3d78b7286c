-- name: add!
INSERT INTO task_events (task, unit_id, at, person_id, what, words, before_json)
VALUES (:task, :unit_id, :at, :person_id, :what, :words, :before_json)

-- name: of_task
-- What happened to a task itself, and every return of a completion.
SELECT e.*, p.name FROM task_events e LEFT JOIN people p ON p.id = e.person_id
WHERE e.task = :task AND (e.unit_id IS NULL OR e.what = 'returned') ORDER BY e.at, e.id

-- name: of_unit
SELECT e.*, p.name FROM task_events e LEFT JOIN people p ON p.id = e.person_id
WHERE e.task = :task AND e.unit_id = :unit_id ORDER BY e.at, e.id
