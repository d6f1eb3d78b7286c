-- name: messages
-- What was said of a day, every wording of it; what only holds a figure back was not said.
SELECT s.said_at, s.heard_at, s.unit_id, s.sender, s.source, s.raw, s.dead_at FROM statements s
WHERE s.day = :day AND s.source <> 'held' ORDER BY s.heard_at, s.id

-- name: totals_told
-- The running totals that anybody reported in these days.
SELECT cumulative_json FROM standing WHERE day >= :first AND day <= :last AND cumulative_json <> '{}'

-- name: tasks
-- What went out between two instants.
SELECT number FROM tasks WHERE published_at >= :since AND published_at < :until ORDER BY number
