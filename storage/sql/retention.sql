-- Everything personal has an end date. Each question erases some of one kind, oldest first; figures stay.

-- name: tonight^
-- Whether a night's erasing is done, and whether somebody's name in papers, or raw updates, are still to be erased.
SELECT (SELECT count(*) FROM purges WHERE day = :day) AS done,
    (SELECT count(*) FROM blots) + (SELECT count(*) FROM forgetting f WHERE f.place < f.until OR NOT EXISTS (
        SELECT 1 FROM chats c JOIN outbox o ON o.chat_id = c.id
        WHERE c.telegram_id = f.telegram_id AND c.kind = 'private' AND o.state IN ('waiting', 'sending'))) AS forgetting

-- name: settle!
INSERT INTO purges (day, done_at) VALUES (:day, :now) ON CONFLICT (day) DO NOTHING

-- name: raw_updates!
DELETE FROM inbox WHERE place IN (
    SELECT place FROM inbox WHERE state NOT IN ('waiting', 'later') AND received_at < :before ORDER BY place LIMIT :most)

-- name: level_steps!
-- Which steps happened for single nodes of a county: thousands of rows a day.
DELETE FROM steps WHERE (day, step, unit_id) IN (
    SELECT day, step, unit_id FROM steps WHERE day < :day AND step LIKE '%@%' LIMIT :most)

-- name: messages!
-- What was said; a board that still stands is needed to edit it.
DELETE FROM outbox WHERE id IN (
    SELECT o.id FROM outbox o
    WHERE o.state NOT IN ('waiting', 'sending') AND o.made_at < :before
      AND NOT EXISTS (SELECT 1 FROM boards b WHERE o.key IN (b.post, b.edit, b.last) OR o.target = b.post)
    ORDER BY o.id LIMIT :most)

-- name: dialogues!
DELETE FROM dialogues WHERE changed_at < :before

-- name: uploads!
DELETE FROM uploads WHERE id IN (SELECT id FROM uploads WHERE state <> 'waiting' AND made_at < :before ORDER BY id LIMIT :most)

-- name: invitations!
DELETE FROM invitations WHERE code IN (SELECT code FROM invitations WHERE expires_at < :before LIMIT :most)

-- name: statements!
UPDATE statements SET raw = '', texts_json = '{}', read_as_json = '[]', sender = '' WHERE id IN (
    SELECT id FROM statements
    WHERE said_at < :before AND (raw <> '' OR texts_json <> '{}' OR read_as_json <> '[]' OR sender <> '')
    ORDER BY said_at LIMIT :most)

-- name: versions!
UPDATE report_versions SET texts_json = '{}' WHERE (day, unit_id, version) IN (
    SELECT day, unit_id, version FROM report_versions WHERE day < :day AND texts_json <> '{}' LIMIT :most)

-- name: questions!
UPDATE questions SET quote = '' WHERE id IN (SELECT id FROM questions WHERE day < :day AND quote <> '' LIMIT :most)

-- name: held!
UPDATE held SET raw = '', word = '', sender_name = '', telegram_id = 0 WHERE id IN (
    SELECT id FROM held WHERE said_at < :before AND (raw <> '' OR word <> '' OR sender_name <> '' OR telegram_id <> 0) LIMIT :most)

-- name: roll_lists!
DELETE FROM roll_lists WHERE id IN (SELECT id FROM roll_lists WHERE at < :before LIMIT :most)

-- name: roll_cards!
DELETE FROM roll_cards WHERE day < :day

-- name: feedback!
UPDATE task_feedback SET text = '' WHERE id IN (
    SELECT id FROM task_feedback WHERE at < :before AND text <> '' ORDER BY at LIMIT :most)

-- name: difficulties!
UPDATE task_units SET reason = '' WHERE changed_at < :before AND reason <> ''

-- name: task_events!
UPDATE task_events SET words = '', before_json = '{}' WHERE id IN (
    SELECT id FROM task_events WHERE at < :before AND (words <> '' OR before_json <> '{}') ORDER BY at LIMIT :most)

-- name: captions!
-- What was written under a photo goes with all that people wrote; the photo has its own end date.
UPDATE evidence SET caption = '' WHERE id IN (SELECT id FROM evidence WHERE at < :before AND caption <> '' LIMIT :most)

-- name: excuses!
UPDATE excuses SET reason = '' WHERE made_at < :before AND reason <> ''

-- name: papers!
-- A paper quotes people; the figures in it stand in reports as well.
DELETE FROM papers WHERE id IN (SELECT id FROM papers WHERE day < :day ORDER BY id LIMIT :most)

-- name: circular_files!
DELETE FROM circular_files WHERE circular IN (SELECT id FROM circulars WHERE made_at < :before)

-- name: circulars!
UPDATE circulars SET text = '' WHERE id IN (SELECT id FROM circulars WHERE made_at < :before AND text <> '' LIMIT :most)

-- name: evidence!
DELETE FROM evidence WHERE id IN (SELECT id FROM evidence WHERE at < :before ORDER BY id LIMIT :most)

-- name: names!
-- Who left has no name any more, only a number.
UPDATE people SET name = '#' || id WHERE active = 0 AND left_at < :before AND name <> '#' || id

-- name: senders!
UPDATE statements SET sender = '' WHERE id IN (
    SELECT s.id FROM statements s JOIN people p ON p.id = s.person_id
    WHERE p.active = 0 AND p.left_at < :before AND s.sender <> '' LIMIT :most)

-- name: own_words!
DELETE FROM sender_words WHERE person_id IN (SELECT id FROM people WHERE active = 0 AND left_at < :before)

-- name: private_titles!
-- The names over private chats of people who are in no roster.
UPDATE chats SET title = '' WHERE kind = 'private' AND title <> '' AND changed_at < :before
  AND NOT EXISTS (SELECT 1 FROM people p WHERE p.telegram_id = chats.telegram_id AND p.active = 1)

-- name: accounts!
-- Who is in no roster and was not spoken to for so long that no word of it is left: their chat keeps its row, for what was
-- reported in it, under a number that is no account's.
UPDATE chats SET telegram_id = -9000000000000000 - id, title = '', state = 'gone'
WHERE kind = 'private' AND telegram_id > 0 AND changed_at < :before
  AND NOT EXISTS (SELECT 1 FROM people p WHERE p.telegram_id = chats.telegram_id AND p.active = 1)
  AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.chat_id = chats.id AND o.message_id IS NOT NULL)

-- name: leavings!
-- With which account somebody left.
DELETE FROM meta WHERE name LIKE 'left/%' AND EXISTS (
    SELECT 1 FROM people p WHERE p.active = 0 AND p.left_at < :before AND meta.name LIKE 'left/%/' || p.id)

-- name: guesses!
-- Who guessed at the code of the first operator, once there is one.
DELETE FROM meta WHERE name LIKE 'guesses/%' AND EXISTS (SELECT 1 FROM meta c WHERE c.name = 'claim' AND c.value = '')

-- name: titles
SELECT id, title AS name FROM chats WHERE title <> ''

-- name: mask_title!
UPDATE chats SET title = :name WHERE id = :id

-- name: people
SELECT id, name FROM people

-- name: mask_person!
UPDATE people SET name = :name WHERE id = :id

-- name: audit!
DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE at < :before ORDER BY id LIMIT :most)
