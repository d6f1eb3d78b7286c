-- name: keep!
-- An update as it came. A repeated update id is kept once.
INSERT INTO inbox (update_id, received_at, raw) VALUES (:update_id, :received_at, :raw) ON CONFLICT (update_id) DO NOTHING

-- name: keep_postgres!
-- Where several processes share the inbox they share it by chats.
INSERT INTO inbox (update_id, received_at, raw, chat) VALUES (:update_id, :received_at, :raw, :chat) ON CONFLICT (update_id) DO NOTHING

-- name: waiting
SELECT place, update_id, raw, tries, received_at FROM inbox WHERE state = 'waiting' ORDER BY place LIMIT :most

-- name: between
SELECT update_id, raw FROM inbox WHERE state = 'done' AND received_at >= :since AND received_at < :until ORDER BY place

-- name: count_waiting$
SELECT count(*) FROM inbox WHERE state = 'waiting'

-- name: finish!
UPDATE inbox SET state = 'done', done_at = :now WHERE place IN (SELECT value FROM json_each(:places))

-- name: finish_postgres!
UPDATE inbox SET state = 'done', done_at = :now
WHERE place IN (SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST(:places AS json)))

-- name: put_off!
UPDATE inbox SET state = 'later' WHERE place = :place

-- name: any_put_off$
SELECT EXISTS (SELECT 1 FROM inbox WHERE state = 'later')

-- name: take_up!
UPDATE inbox SET state = 'waiting' WHERE place IN (SELECT place FROM inbox WHERE state = 'later' ORDER BY place LIMIT :most)

-- name: failed!
UPDATE inbox SET tries = tries + 1, trace = :trace WHERE place = :place

-- name: set_aside!
UPDATE inbox SET state = 'aside', tries = tries + 1, trace = :trace, done_at = :now WHERE place = :place

-- name: aside
SELECT update_id, raw, trace, received_at FROM inbox WHERE state = 'aside' ORDER BY place

-- name: take_up_again!
UPDATE inbox SET state = 'waiting', tries = 0, done_at = NULL WHERE update_id = :update_id AND state = 'aside'

-- name: newest_received_at$
SELECT max(received_at) FROM inbox

-- name: oldest_waiting$
SELECT min(received_at) FROM inbox WHERE state = 'waiting'

-- name: answered$
-- Whether anybody took a message: it counts or is held, answers a task, or something was said or done in return.
SELECT EXISTS (SELECT 1 FROM statements WHERE chat_id = :chat_id AND message_id = :message_id)
    OR EXISTS (SELECT 1 FROM held WHERE chat_id = :chat_id AND message_id = :message_id)
    OR EXISTS (SELECT 1 FROM task_feedback WHERE chat_id = :chat_id AND message_id = :message_id)
    OR EXISTS (SELECT 1 FROM outbox WHERE key = 'answer/' || CAST(:update_id AS BIGINT) || '/1')
    OR EXISTS (SELECT 1 FROM outbox WHERE key = 'react/' || :chat_id || '/' || :message_id || '/' || CAST(:update_id AS BIGINT))
    OR EXISTS (SELECT 1 FROM outbox WHERE chat_id = :chat_id AND reply_to = :message_id AND act = 'send')

-- name: next_to_pack
-- Behind a place that was seen already.
SELECT place, raw, state FROM inbox WHERE place > :place AND received_at < :before ORDER BY place LIMIT :most

-- name: pack!
UPDATE inbox SET raw = :raw WHERE place = :place
