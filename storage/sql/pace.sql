-- name: places
-- Every unit's part of the tasks that went out in a span and were not withdrawn.
SELECT u.unit_id, u.state, u.answered_at, u.done_at, u.verified_at, u.returned, t.published_at, t.due_at
FROM tasks t JOIN task_units u ON u.task = t.number
WHERE t.state = 'published' AND t.published_at >= :since AND t.published_at < :until
ORDER BY u.unit_id, t.number
