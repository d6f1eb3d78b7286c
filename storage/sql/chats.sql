-- name: meet^
-- A chat seen: made on first sight, its title and kind refreshed.
INSERT INTO chats (telegram_id, kind, title, purpose, changed_at)
VALUES (:telegram_id, :kind, :title, CASE :kind WHEN 'private' THEN 'private' ELSE 'none' END, :now)
ON CONFLICT (telegram_id) DO UPDATE SET kind = excluded.kind, title = excluded.title
RETURNING *

-- name: by_id^
SELECT * FROM chats WHERE id = :id

-- name: by_telegram_id^
SELECT * FROM chats WHERE telegram_id = :telegram_id

-- name: bind!
UPDATE chats SET purpose = :purpose, unit_id = :unit_id, changed_at = :now WHERE id = :id

-- name: of_purpose
-- Those of the whole town: a command chat may be a node's.
SELECT * FROM chats WHERE purpose = :purpose AND unit_id IS NULL AND state = 'here' ORDER BY id

-- name: commands_of_nodes
SELECT c.* FROM chats c JOIN units u ON u.id = c.unit_id
WHERE c.purpose = 'command' AND u.active = 1 AND c.state = 'here' ORDER BY c.id

-- name: of_unit
SELECT * FROM chats WHERE purpose = 'unit' AND unit_id = :unit_id AND state = 'here' ORDER BY id

-- name: groups
SELECT * FROM chats WHERE kind <> 'private' AND telegram_id > :buried ORDER BY id

-- name: set_state!
UPDATE chats SET state = :state, changed_at = :now WHERE id = :id AND state <> :state

-- name: set_rights!
UPDATE chats SET rights_json = :rights_json, changed_at = :now WHERE id = :id

-- name: end_old_changes!
-- Messages of the old group can be edited, pinned and reacted to no more.
UPDATE outbox SET state = 'superseded', error = 'the group became a supergroup'
WHERE chat_id = :id AND state = 'waiting' AND act IN ('edit', 'pin', 'react')

-- name: end_old_replies!
UPDATE outbox SET reply_to = NULL WHERE chat_id = :id AND state IN ('waiting', 'sending')

-- name: age_outbox!
UPDATE outbox SET message_id = -message_id WHERE chat_id = :id AND message_id > 0

-- name: age_statements!
UPDATE statements SET message_id = -message_id WHERE chat_id = :id AND message_id > 0

-- name: age_held!
UPDATE held SET message_id = -message_id WHERE chat_id = :id AND message_id > 0

-- name: age_evidence!
UPDATE evidence SET message_id = -message_id WHERE chat_id = :id AND message_id > 0

-- name: age_feedback!
UPDATE task_feedback SET message_id = -message_id WHERE chat_id = :id AND message_id > 0

-- name: age_rolls!
UPDATE roll_lists SET message_id = -message_id WHERE chat_id = :id AND message_id > 0

-- name: join_rights!
UPDATE chats SET rights_json = (SELECT t.rights_json FROM chats t WHERE t.id = :twin) WHERE id = :id

-- name: clear_greeting!
UPDATE outbox SET state = 'cleared' WHERE chat_id = :twin AND kind = 'group-hello' AND state = 'waiting'

-- name: join_outbox!
UPDATE outbox SET chat_id = :id WHERE chat_id = :twin

-- name: join_statements!
UPDATE statements SET chat_id = :id WHERE chat_id = :twin

-- name: join_held!
UPDATE held SET chat_id = :id WHERE chat_id = :twin

-- name: join_evidence!
UPDATE evidence SET chat_id = :id WHERE chat_id = :twin

-- name: join_feedback!
UPDATE task_feedback SET chat_id = :id WHERE chat_id = :twin

-- name: join_tasks!
UPDATE tasks SET made_in = :id WHERE made_in = :twin

-- name: join_uploads!
UPDATE uploads SET chat_id = :id WHERE chat_id = :twin

-- name: drop_twin_board!
DELETE FROM boards WHERE chat_id IN (:id, :twin)

-- name: bury!
-- A chat of ours that turned out to be another one: nothing is sent there, nobody finds it any more.
UPDATE chats SET telegram_id = :telegram_id, state = 'gone', purpose = 'none', unit_id = NULL WHERE id = :id

-- name: drop_board!
DELETE FROM boards WHERE chat_id = :id

-- name: migrate!
UPDATE chats SET telegram_id = :telegram_id, kind = 'supergroup', changed_at = :now WHERE id = :id

-- name: set_language!
UPDATE chats SET language = :language WHERE id = :id
