-- name: meet$
-- A chat seen: made on first sight, its title, kind and presence refreshed.
INSERT INTO chats (telegram_id, kind, title, purpose, changed_at)
VALUES (:telegram_id, :kind, :title, CASE :kind WHEN 'private' THEN 'private' ELSE 'none' END, :now)
ON CONFLICT (telegram_id) DO UPDATE SET kind = excluded.kind, title = excluded.title
RETURNING id

-- name: by_id^
SELECT * FROM chats WHERE id = :id

-- name: by_telegram_id^
SELECT * FROM chats WHERE telegram_id = :telegram_id

-- name: bind!
UPDATE chats SET purpose = :purpose, unit_id = :unit_id, changed_at = :now WHERE id = :id

-- name: of_purpose
SELECT * FROM chats WHERE purpose = :purpose AND state = 'here' ORDER BY id

-- name: of_unit
SELECT * FROM chats WHERE purpose = 'unit' AND unit_id = :unit_id AND state = 'here' ORDER BY id

-- name: groups
SELECT * FROM chats WHERE kind <> 'private' ORDER BY id

-- name: set_state!
UPDATE chats SET state = :state, changed_at = :now WHERE id = :id AND state <> :state

-- name: set_rights!
UPDATE chats SET rights_json = :rights_json, changed_at = :now WHERE id = :id

-- name: free_telegram_id!
DELETE FROM chats WHERE telegram_id = :telegram_id AND id <> :id
  AND NOT EXISTS (SELECT 1 FROM outbox WHERE chat_id = chats.id) AND NOT EXISTS (SELECT 1 FROM statements WHERE chat_id = chats.id)

-- name: migrate!
UPDATE chats SET telegram_id = :telegram_id, kind = 'supergroup', changed_at = :now WHERE id = :id

-- name: set_language!
UPDATE chats SET language = :language WHERE id = :id
