-- name: put!
INSERT INTO task_numbers (task, unit_id, value, person_id, at) VALUES (:task, :unit_id, :value, :person_id, :at)
ON CONFLICT (task, unit_id) DO UPDATE SET value = excluded.value, person_id = excluded.person_id, at = excluded.at
WHERE excluded.at >= task_numbers.at

-- name: of_task
SELECT unit_id, value FROM task_numbers WHERE task = :task
