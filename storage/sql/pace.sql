-- name: places
-- Every unit's part of the tasks that went out in a span and were not withdrawn.
SELECT u.unit_id, u.state, u.answered_at, u.done_at, u.verified_at, u.returned, t.published_at, t.due_at
FROM tasks t JOIN task_units u ON u.task = t.number
WHERE t.state = 'published' AND t.published_at >= :since AND t.published_at < :until
ORDER BY u.unit_id, t.number

-- name: places_of_unit
-- The same of one unit.
SELECT u.unit_id, u.state, u.answered_at, u.done_at, u.verified_at, u.returned, t.published_at, t.due_at
FROM task_units u JOIN tasks t ON t.number = u.task
WHERE u.unit_id = :unit_id AND t.state = 'published' AND t.published_at >= :since AND t.published_at < :until
ORDER BY t.number
