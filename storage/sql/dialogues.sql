-- name: open^
SELECT kind, state_json FROM dialogues WHERE chat_id = :chat_id AND telegram_id = :telegram_id

-- name: keep!
INSERT INTO dialogues (chat_id, telegram_id, kind, state_json, changed_at)
VALUES (:chat_id, :telegram_id, :kind, :state_json, :now)
ON CONFLICT (chat_id, telegram_id) DO UPDATE SET kind = excluded.kind, state_json = excluded.state_json, changed_at = excluded.changed_at

-- name: close!
DELETE FROM dialogues WHERE chat_id = :chat_id AND telegram_id = :telegram_id
