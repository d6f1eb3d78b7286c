-- name: of_chat^
SELECT chat_id, day, post, edited_at, shown, last, edit, edits FROM boards WHERE chat_id = :chat_id

-- name: keep!
INSERT INTO boards (chat_id, day, post, edit, edits) VALUES (:chat_id, :day, :post, :post, :edits)
ON CONFLICT (chat_id) DO UPDATE SET day = excluded.day, post = excluded.post, edit = excluded.edit, edits = excluded.edits, shown = '', last = ''

-- name: note_edit!
UPDATE boards SET edit = :edit, edits = :edits WHERE chat_id = :chat_id

-- name: note_shown!
UPDATE boards SET shown = :shown, last = :last, edited_at = :now WHERE chat_id = :chat_id

-- name: count_rows$
SELECT count(*) FROM outbox WHERE chat_id = :chat_id AND kind = 'board'
