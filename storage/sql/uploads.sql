-- name: keep$
-- Kept once a message: a replay answers nothing.
INSERT INTO uploads (chat_id, message_id, person_id, file_id, filename, update_id, not_before, made_at)
VALUES (:chat_id, :message_id, :person_id, :file_id, :filename, :update_id, :now, :now)
ON CONFLICT (chat_id, message_id) DO NOTHING RETURNING id

-- name: waiting
-- Files that are still to be fetched and may be tried now.
SELECT id, chat_id, message_id, person_id, file_id, filename, state, tries, rows_json, update_id FROM uploads
WHERE state = 'waiting' AND not_before <= :now ORDER BY id LIMIT :most

-- name: next_not_before$
SELECT min(not_before) FROM uploads WHERE state = 'waiting' AND not_before > :now

-- name: by_id^
SELECT id, chat_id, message_id, person_id, file_id, filename, state, tries, rows_json, update_id FROM uploads WHERE id = :id

-- name: newest_read^
-- The table that this person sent here last and that nobody has decided about.
SELECT id, chat_id, message_id, person_id, file_id, filename, state, tries, rows_json, update_id FROM uploads
WHERE chat_id = :chat_id AND person_id = :person_id AND state = 'read' ORDER BY id DESC LIMIT 1

-- name: put_back!
UPDATE uploads SET tries = tries + 1, not_before = :not_before WHERE id = :id

-- name: set_rows!
UPDATE uploads SET state = 'read', rows_json = :rows_json WHERE id = :id AND state = 'waiting'

-- name: settle!
-- Names and numbers are not kept longer than they are needed.
UPDATE uploads SET state = :state, rows_json = NULL WHERE id = :id AND state IN ('waiting', 'read')
