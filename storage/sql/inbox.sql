-- name: keep!
-- An update as it came. A repeated update id is kept once.
INSERT INTO inbox (update_id, received_at, raw) VALUES (:update_id, :received_at, :raw) ON CONFLICT (update_id) DO NOTHING

-- name: waiting
SELECT place, update_id, raw, tries, received_at FROM inbox WHERE state = 'waiting' ORDER BY place LIMIT :most

-- name: count_waiting$
SELECT count(*) FROM inbox WHERE state = 'waiting'

-- name: finish!
UPDATE inbox SET state = 'done', done_at = :now WHERE place = :place

-- name: failed!
UPDATE inbox SET tries = tries + 1, trace = :trace WHERE place = :place

-- name: set_aside!
UPDATE inbox SET state = 'aside', tries = tries + 1, trace = :trace, done_at = :now WHERE place = :place

-- name: newest_received_at$
SELECT max(received_at) FROM inbox

-- name: oldest_waiting$
SELECT min(received_at) FROM inbox WHERE state = 'waiting'
