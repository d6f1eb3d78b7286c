-- name: put$
-- Written once a key: a second one changes nothing and answers nothing.
INSERT INTO outbox (key, act, lane, chat_id, kind, fields_json, buttons_json, target, message_id, reply_to, about,
                    not_before, expires_at, made_at, update_id, ready_at)
VALUES (:key, :act, :lane, :chat_id, :kind, :fields_json, :buttons_json, :target, :message_id, :reply_to, :about,
        :not_before, :expires_at, :made_at, :update_id, :not_before)
ON CONFLICT (key) DO NOTHING RETURNING id

-- name: supersede_edits!
-- An older edit of the same message that has not gone out yet is not worth sending.
UPDATE outbox SET state = 'superseded' WHERE target = :target AND act = 'edit' AND state = 'waiting'

-- name: clear_about!
UPDATE outbox SET state = 'cleared' WHERE about = :about AND state = 'waiting'

-- name: queue
-- What may go out now, first lane first, then in the order of writing, behind a place that was seen already. An edit whose
-- message has not gone out yet has no place.
SELECT o.id, o.lane, o.chat_id, c.kind AS chat_kind
FROM outbox o LEFT JOIN outbox t ON t.key = o.target LEFT JOIN chats c ON c.id = o.chat_id
WHERE o.state = 'waiting' AND o.chat_id IS NOT NULL AND o.not_before <= :now AND (o.lane, o.id) > (:lane, :id)
  AND (t.id IS NULL OR t.state NOT IN ('waiting', 'sending'))
ORDER BY o.lane, o.id LIMIT :most

-- name: toasts
SELECT o.id, o.lane, o.chat_id, NULL AS chat_kind FROM outbox o
WHERE o.state = 'waiting' AND o.chat_id IS NULL AND o.not_before <= :now ORDER BY o.id LIMIT :most

-- name: edits_overdue
-- The changes of a lane's messages that may go out and have waited long: few, however much else waits.
SELECT o.id, o.lane, o.chat_id, c.kind AS chat_kind
FROM outbox o JOIN outbox t ON t.key = o.target JOIN chats c ON c.id = o.chat_id
WHERE o.state = 'waiting' AND o.lane = :lane AND o.act = 'edit' AND o.not_before <= :now AND o.made_at <= :made_by
  AND t.state NOT IN ('waiting', 'sending')
ORDER BY o.id

-- name: parcels
-- Rows by a list of ids (JSON).
SELECT o.id, o.key, o.act, o.lane, o.chat_id, o.kind, o.fields_json, o.buttons_json, o.target, o.message_id, o.reply_to,
       o.not_before, o.expires_at, o.tries, o.update_id, COALESCE(o.ready_at, o.made_at) AS ready_at,
       c.telegram_id, c.kind AS chat_kind, c.state AS chat_state, c.language, t.message_id AS target_message, t.state AS target_state
FROM outbox o LEFT JOIN outbox t ON t.key = o.target LEFT JOIN chats c ON c.id = o.chat_id
WHERE o.id IN (SELECT value FROM json_each(:ids)) ORDER BY o.lane, o.id

-- name: parcels_postgres
SELECT o.id, o.key, o.act, o.lane, o.chat_id, o.kind, o.fields_json, o.buttons_json, o.target, o.message_id, o.reply_to,
       o.not_before, o.expires_at, o.tries, o.update_id, COALESCE(o.ready_at, o.made_at) AS ready_at,
       c.telegram_id, c.kind AS chat_kind, c.state AS chat_state, c.language, t.message_id AS target_message, t.state AS target_state
FROM outbox o LEFT JOIN outbox t ON t.key = o.target LEFT JOIN chats c ON c.id = o.chat_id
WHERE o.id IN (SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST(:ids AS json))) ORDER BY o.lane, o.id

-- name: next_not_before$
SELECT min(not_before) FROM outbox WHERE state = 'waiting' AND not_before > :now

-- name: mark_sending
UPDATE outbox SET state = 'sending', tries = tries + 1
WHERE id IN (SELECT value FROM json_each(:ids)) AND state = 'waiting' RETURNING id

-- name: mark_sending_postgres
UPDATE outbox SET state = 'sending', tries = tries + 1
WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST(:ids AS json))) AND state = 'waiting'
RETURNING id

-- name: mark_sent!
UPDATE outbox SET state = 'sent', sent_at = :now, message_id = COALESCE(:message_id, message_id), error = NULL WHERE id = :id

-- name: mark_state!
UPDATE outbox SET state = :state, error = :error WHERE id = :id

-- name: put_back!
UPDATE outbox SET state = 'waiting', not_before = :not_before, error = :error WHERE id = :id

-- name: in_flight
-- Rows that were handed over when the process died: nobody knows whether they arrived.
SELECT id, lane, act, kind FROM outbox WHERE state = 'sending'

-- name: counts
SELECT state, count(*) AS n FROM outbox GROUP BY state

-- name: by_key^
SELECT id, key, act, chat_id, kind, fields_json, message_id, state, sent_at, about FROM outbox WHERE key = :key

-- name: by_message^
-- The first thing sent that made this message.
SELECT id, key, kind, fields_json, about FROM outbox
WHERE chat_id = :chat_id AND message_id = :message_id AND act = 'send' ORDER BY id LIMIT 1

-- name: about
SELECT id, key, act, chat_id, kind, message_id, state, sent_at FROM outbox WHERE about = :about AND act = 'send' ORDER BY id

-- name: fail_chat!
-- A chat that cannot be reached: what waits for it is not worth trying.
UPDATE outbox SET state = 'failed', error = :error WHERE chat_id = :chat_id AND state = 'waiting' AND act IN ('send', 'pin', 'react')

-- name: undelivered
-- What was to be said in a chat and never came to stand there.
SELECT id, key, act, chat_id, kind, message_id, state, sent_at FROM outbox
WHERE chat_id = :chat_id AND act = 'send' AND state = 'failed' AND message_id IS NULL AND made_at >= :since ORDER BY id

-- name: readdress!
UPDATE outbox SET chat_id = :chat_id, reply_to = :reply_to, state = 'waiting', not_before = :now, tries = 0, error = NULL
WHERE key = :key

-- name: readdress_edits!
UPDATE outbox SET chat_id = :chat_id WHERE target = :key AND act = 'edit' AND state = 'waiting'

-- name: offers_unplaced
-- Buttons of messages in the chat of which a copy may stand there whose id nobody told us: sent, and the answer lost.
SELECT buttons_json FROM outbox
WHERE chat_id = :chat_id AND act IN ('send', 'pictures') AND tries > 0 AND (message_id IS NULL OR tries > 1)
  AND buttons_json LIKE :holding

-- name: offers
-- Every button that a message of ours has or has had: a phone may show an older version of it.
SELECT s.buttons_json FROM outbox s WHERE s.chat_id = :chat_id AND s.message_id = :message_id AND s.act IN ('send', 'pictures')
UNION ALL
SELECT e.buttons_json FROM outbox s JOIN outbox e ON e.target = s.key AND e.act = 'edit'
WHERE s.chat_id = :chat_id AND s.message_id = :message_id AND s.act IN ('send', 'pictures')

-- name: next_to_pack
-- Behind a row that was seen already. Buttons that may stand in a chat under an id that nobody told us are searched as they are.
SELECT id, fields_json, buttons_json,
       CASE WHEN state IN ('waiting', 'sending') OR (act IN ('send', 'pictures') AND (message_id IS NULL OR tries > 1)) THEN 0 ELSE 1 END AS over
FROM outbox WHERE id > :id AND made_at < :before ORDER BY id LIMIT :most

-- name: pack!
UPDATE outbox SET fields_json = :fields_json, buttons_json = :buttons_json WHERE id = :id
