-- Somebody is forgotten: what is theirs goes, what they reported of their unit stays.

-- name: name!
UPDATE people SET name = '#' || id WHERE id = :person_id

-- name: statements!
UPDATE statements SET raw = '', sender = '', read_as_json = '[]' WHERE person_id = :person_id

-- name: questions!
UPDATE questions SET quote = '' WHERE statement_id IN (SELECT id FROM statements WHERE person_id = :person_id)

-- name: task_events!
UPDATE task_events SET words = '' WHERE person_id = :person_id AND words <> ''

-- name: feedback!
UPDATE task_feedback SET text = '' WHERE person_id = :person_id

-- name: captions!
UPDATE evidence SET caption = '' WHERE person_id = :person_id

-- name: circular_files!
DELETE FROM circular_files WHERE circular IN (SELECT id FROM circulars WHERE person_id = :person_id)

-- name: circulars!
-- What waits for a nod is withdrawn; what went out says nothing any more where it is shown again.
UPDATE circulars SET text = '', state = CASE state WHEN 'waiting' THEN 'dropped' ELSE state END WHERE person_id = :person_id

-- name: own_words!
DELETE FROM sender_words WHERE person_id = :person_id

-- name: held!
UPDATE held SET raw = '', word = '', sender_name = '', state = CASE state WHEN 'waiting' THEN 'refused' ELSE state END
WHERE telegram_id = :telegram_id

-- name: dialogues!
DELETE FROM dialogues WHERE telegram_id = :telegram_id

-- name: uploads!
DELETE FROM uploads WHERE chat_id = :chat_id AND state <> 'waiting'

-- name: messages!
-- What was said to them in private; what is still to be said goes out.
DELETE FROM outbox WHERE chat_id = :chat_id AND state NOT IN ('waiting', 'sending')

-- name: title!
UPDATE chats SET title = '' WHERE id = :chat_id

-- name: begin!
-- The raw updates of the account, up to the newest, are erased piece by piece.
INSERT INTO forgetting (telegram_id, place, until)
VALUES (:telegram_id, 0, (SELECT COALESCE(max(place), 0) FROM inbox))
ON CONFLICT (telegram_id) DO UPDATE SET place = 0, until = excluded.until

-- name: next^
SELECT telegram_id, place, until FROM forgetting ORDER BY telegram_id LIMIT 1

-- name: updates
SELECT place, raw FROM inbox WHERE place > :place AND place <= :until AND state NOT IN ('waiting', 'later') ORDER BY place LIMIT :most

-- name: erase_update!
DELETE FROM inbox WHERE place = :place

-- name: go_on!
UPDATE forgetting SET place = :place WHERE telegram_id = :telegram_id

-- name: end!
DELETE FROM forgetting WHERE telegram_id = :telegram_id

-- name: person_statements
SELECT s.day, s.said_at, s.raw, u.name AS unit FROM statements s JOIN units u ON u.id = s.unit_id
WHERE s.person_id = :person_id ORDER BY s.said_at, s.id

-- name: person_feedback
SELECT task, at, text FROM task_feedback WHERE person_id = :person_id ORDER BY at, id

-- name: person_events
SELECT task, at, words FROM task_events WHERE person_id = :person_id AND words <> '' ORDER BY at, id

-- name: person_evidence
SELECT day, at, kind, caption FROM evidence WHERE person_id = :person_id ORDER BY at, id

-- name: person_joined$
SELECT joined_at FROM people WHERE id = :person_id

-- name: person_circulars
SELECT kind, made_at, text FROM circulars WHERE person_id = :person_id ORDER BY made_at, id
