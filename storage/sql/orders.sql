-- name: begin!
INSERT INTO order_rounds (task, next_at) VALUES (:task, :next_at) ON CONFLICT (task) DO NOTHING

-- name: due^
SELECT * FROM order_rounds WHERE next_at <= :now ORDER BY next_at, task LIMIT 1

-- name: settle!
-- A round is claimed once: a second time changes nothing.
UPDATE order_rounds SET rounds = :rounds, next_at = :next_at WHERE task = :task AND next_at IS NOT NULL AND rounds <= :rounds

-- name: rounds$
SELECT rounds FROM order_rounds WHERE task = :task
