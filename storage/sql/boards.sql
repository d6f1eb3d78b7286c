-- name: of_chat^
SELECT chat_id, day, post, edited_at, shown, edit, edits FROM boards WHERE chat_id = :chat_id

-- name: keep!
INSERT INTO boards (chat_id, day, post, edit, edits) VALUES (:chat_id, :day, :post, :post, :edits)
ON CONFLICT (chat_id) DO UPDATE SET day = excluded.day, post = excluded.post, edit = excluded.edit, edits = excluded.edits, edited_at = 0, shown = ''

-- name: note_edit!
UPDATE boards SET edit = :edit, edits = :edits WHERE chat_id = :chat_id

-- name: note_shown!
UPDATE boards SET shown = :shown, edited_at = :now WHERE chat_id = :chat_id
