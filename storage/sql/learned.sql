-- name: aliases_of_chat
SELECT a.*, c.title, c.kind, p.name AS maker FROM chat_aliases a JOIN chats c ON c.id = a.chat_id LEFT JOIN people p ON p.id = a.made_by
WHERE a.chat_id = :chat_id ORDER BY a.id

-- name: every_alias
SELECT a.*, c.title, c.kind, p.name AS maker FROM chat_aliases a JOIN chats c ON c.id = a.chat_id LEFT JOIN people p ON p.id = a.made_by
ORDER BY a.id

-- name: alias^
SELECT a.*, c.title, c.kind, p.name AS maker FROM chat_aliases a JOIN chats c ON c.id = a.chat_id LEFT JOIN people p ON p.id = a.made_by
WHERE a.id = :id

-- name: learn_alias$
INSERT INTO chat_aliases (chat_id, word, unit_id, made_by, made_at) VALUES (:chat_id, :word, :unit_id, :person_id, :now)
ON CONFLICT (chat_id, word, unit_id) DO NOTHING RETURNING id

-- name: drop_alias!
DELETE FROM chat_aliases WHERE id = :id

-- name: words_of
SELECT w.*, p.name AS person FROM sender_words w JOIN people p ON p.id = w.person_id WHERE w.person_id = :person_id ORDER BY w.id

-- name: word^
SELECT w.*, p.name AS person FROM sender_words w JOIN people p ON p.id = w.person_id WHERE w.id = :id

-- name: learn_word!
-- Whoever says it anew means the newer.
INSERT INTO sender_words (person_id, phrase, indicator, made_by, made_at) VALUES (:person_id, :phrase, :indicator, :made_by, :now)
ON CONFLICT (person_id, phrase) DO UPDATE SET indicator = excluded.indicator, made_by = excluded.made_by, made_at = excluded.made_at

-- name: drop_word!
DELETE FROM sender_words WHERE id = :id
