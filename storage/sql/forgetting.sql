-- Somebody is forgotten: what is theirs goes, what they reported of their unit stays.

-- name: name!
UPDATE people SET name = '#' || id WHERE id = :person_id

-- name: statements!
UPDATE statements SET raw = '', sender = '', texts_json = '{}', read_as_json = '[]' WHERE person_id = :person_id

-- name: texts_said
-- The words that somebody's statements brought into the reports of units.
SELECT day, unit_id, texts_json FROM statements WHERE person_id = :person_id AND texts_json <> '{}'

-- name: texts_admitted
-- The same of what a stranger reported and somebody let count.
SELECT s.day, s.unit_id, s.texts_json FROM statements s JOIN held h ON h.chat_id = s.chat_id AND h.message_id = s.message_id
WHERE s.person_id IS NULL AND h.telegram_id = :telegram_id AND s.texts_json <> '{}'

-- name: texts_of_report
SELECT version, texts_json FROM report_versions WHERE day = :day AND unit_id = :unit_id AND texts_json <> '{}'

-- name: keep_version_texts!
UPDATE report_versions SET texts_json = :texts_json WHERE day = :day AND unit_id = :unit_id AND version = :version

-- name: questions!
UPDATE questions SET quote = '' WHERE statement_id IN (SELECT id FROM statements WHERE person_id = :person_id)

-- name: difficulties!
-- The reason that a unit's task shows is the last one that somebody gave.
UPDATE task_units SET reason = '' WHERE reason <> '' AND EXISTS (
    SELECT 1 FROM task_events e WHERE e.person_id = :person_id AND e.task = task_units.task AND e.unit_id = task_units.unit_id
      AND e.id = (SELECT max(l.id) FROM task_events l
                  WHERE l.task = task_units.task AND l.unit_id = task_units.unit_id AND l.words <> ''))

-- name: excuses!
UPDATE excuses SET reason = '' WHERE made_by = :person_id AND reason <> ''

-- name: tables!
DELETE FROM uploads WHERE person_id = :person_id AND state <> 'waiting'

-- name: task_events!
UPDATE task_events SET words = '' WHERE person_id = :person_id AND words <> ''

-- name: feedback!
UPDATE task_feedback SET text = '' WHERE person_id = :person_id

-- name: captions!
UPDATE evidence SET caption = '' WHERE person_id = :person_id

-- name: voices!
-- Photos and files show the unit's work and stay until their end date; a voice is somebody's own.
DELETE FROM evidence WHERE person_id = :person_id AND kind = 'voice'

-- name: circular_files!
DELETE FROM circular_files WHERE circular IN (SELECT id FROM circulars WHERE person_id = :person_id)

-- name: circulars!
-- What waits for a nod is withdrawn; what went out says nothing any more where it is shown again.
UPDATE circulars SET text = '', state = CASE state WHEN 'waiting' THEN 'dropped' ELSE state END WHERE person_id = :person_id

-- name: own_words!
DELETE FROM sender_words WHERE person_id = :person_id

-- name: admitted!
-- What a stranger reported and somebody let count.
UPDATE statements SET raw = '', sender = '', texts_json = '{}', read_as_json = '[]'
WHERE person_id IS NULL AND (chat_id, message_id) IN (SELECT chat_id, message_id FROM held WHERE telegram_id = :telegram_id)

-- name: admitted_questions!
UPDATE questions SET quote = '' WHERE statement_id IN (
    SELECT s.id FROM statements s JOIN held h ON h.chat_id = s.chat_id AND h.message_id = s.message_id
    WHERE s.person_id IS NULL AND h.telegram_id = :telegram_id)

-- name: roll_cards!
DELETE FROM roll_cards WHERE (chat_id, day) IN (SELECT chat_id, day FROM roll_lists WHERE telegram_id = :telegram_id)

-- name: roll_lists!
DELETE FROM roll_lists WHERE telegram_id = :telegram_id

-- name: held!
UPDATE held SET raw = '', word = '', sender_name = '', telegram_id = 0, state = CASE state WHEN 'waiting' THEN 'refused' ELSE state END
WHERE telegram_id = :telegram_id

-- name: guesses!
-- How often they guessed the code of the first operator.
DELETE FROM meta WHERE name = :name

-- name: leavings!
-- With which account they left the roster before.
DELETE FROM meta WHERE name LIKE 'left/' || CAST(:telegram_id AS BIGINT) || '/%'

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
-- Whose raw updates are erased already waits until the last word to them has gone out.
SELECT f.telegram_id, f.place, f.until FROM forgetting f
WHERE f.place < f.until OR NOT EXISTS (
    SELECT 1 FROM chats c JOIN outbox o ON o.chat_id = c.id
    WHERE c.telegram_id = f.telegram_id AND c.kind = 'private' AND o.state IN ('waiting', 'sending'))
ORDER BY f.telegram_id LIMIT 1

-- name: account!
-- Their private chat keeps its row, for what was reported in it, under a number that is no account's.
UPDATE chats SET telegram_id = -9000000000000000 - id, title = '', state = 'gone' WHERE telegram_id = :telegram_id AND kind = 'private'

-- name: last_words!
DELETE FROM outbox WHERE state NOT IN ('waiting', 'sending')
  AND chat_id IN (SELECT id FROM chats WHERE telegram_id = :telegram_id AND kind = 'private')

-- name: toasts!
-- The few words over a button that they pressed.
DELETE FROM outbox WHERE chat_id IS NULL AND update_id = :update_id AND state NOT IN ('waiting', 'sending')

-- name: updates
SELECT place, update_id, raw FROM inbox WHERE place > :place AND place <= :until AND state NOT IN ('waiting', 'later') ORDER BY place LIMIT :most

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

-- name: person_tasks
SELECT number, title, body, made_at FROM tasks WHERE made_by = :person_id ORDER BY number

-- name: person_series
SELECT number, title, body, made_at FROM task_series WHERE made_by = :person_id ORDER BY number

-- name: person_decisions
SELECT day, at, text FROM decisions WHERE person_id = :person_id ORDER BY at, id

-- name: person_excuses
SELECT e.from_day, e.made_at, e.reason, u.name AS unit FROM excuses e JOIN units u ON u.id = e.unit_id
WHERE e.made_by = :person_id ORDER BY e.made_at, e.id

-- name: person_settled
SELECT day, settled_at, quote, settled_value FROM questions WHERE settled_by = :person_id ORDER BY settled_at, id

-- name: person_present
SELECT day, at FROM attendance WHERE person_id = :person_id ORDER BY at

-- name: person_numbers
SELECT task, at, value FROM task_numbers WHERE person_id = :person_id ORDER BY at

-- name: person_read
SELECT circular, read_at FROM circular_units WHERE read_by = :person_id ORDER BY read_at

-- name: person_aliases
SELECT word, made_at FROM chat_aliases WHERE made_by = :person_id ORDER BY id

-- name: person_invited
SELECT role, made_at FROM invitations WHERE made_by = :person_id OR used_by = :person_id ORDER BY made_at

-- name: person_tables
SELECT filename, made_at FROM uploads WHERE person_id = :person_id ORDER BY id

-- name: account_held
SELECT said_at, raw FROM held WHERE telegram_id = :telegram_id ORDER BY said_at, id

-- name: account_lists
SELECT day, at, heading, said FROM roll_lists WHERE telegram_id = :telegram_id ORDER BY at, id

-- name: account_dialogues
SELECT kind, changed_at, state_json FROM dialogues WHERE telegram_id = :telegram_id ORDER BY changed_at
