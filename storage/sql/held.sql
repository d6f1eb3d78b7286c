-- name: keep$
INSERT INTO held (reason, chat_id, message_id, telegram_id, sender_name, part, unit_id, said_at, raw, ask, word)
VALUES (:reason, :chat_id, :message_id, :telegram_id, :sender_name, :part, :unit_id, :said_at, :raw, :ask, :word)
ON CONFLICT (chat_id, message_id, part) DO UPDATE SET
    reason = excluded.reason, unit_id = excluded.unit_id, raw = excluded.raw, word = excluded.word, ask = excluded.ask,
    state = 'waiting', settled_by = NULL, settled_at = NULL
    WHERE held.raw <> excluded.raw
RETURNING id

-- name: by_id^
SELECT * FROM held WHERE id = :id

-- name: of_ask
SELECT * FROM held WHERE ask = :ask ORDER BY part, id

-- name: waiting_of_message
SELECT * FROM held WHERE chat_id = :chat_id AND message_id = :message_id AND state = 'waiting' ORDER BY id

-- name: waiting_for_word
-- What waits in a chat for the same word.
SELECT * FROM held WHERE chat_id = :chat_id AND word = :word AND reason = 'unit_unclear' AND state = 'waiting' ORDER BY id

-- name: of_word
SELECT * FROM held WHERE chat_id = :chat_id AND word = :word AND said_at >= :since ORDER BY id DESC

-- name: pass_on!
UPDATE held SET reason = 'proxy', unit_id = :unit_id WHERE id = :id AND state = 'waiting'

-- name: chosen
-- For which units the parts of a message were said to be.
SELECT * FROM held WHERE chat_id = :chat_id AND message_id = :message_id AND state = 'counted' AND unit_id IS NOT NULL ORDER BY part

-- name: waiting
SELECT * FROM held WHERE state = 'waiting' ORDER BY id

-- name: waiting_of_sender
SELECT * FROM held WHERE telegram_id = :telegram_id AND state = 'waiting' ORDER BY id

-- name: set_ask!
UPDATE held SET ask = :ask WHERE id = :id

-- name: settle!
UPDATE held SET state = :state, unit_id = COALESCE(:unit_id, unit_id), settled_by = :person_id, settled_at = :at
WHERE id = :id AND state = 'waiting'
