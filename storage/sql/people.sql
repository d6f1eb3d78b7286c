-- name: by_telegram_id^
SELECT * FROM people WHERE telegram_id = :telegram_id AND active = 1

-- name: holder
-- The person of an account, a row for each post.
SELECT p.*, o.role, o.unit_id FROM people p LEFT JOIN posts o ON o.person_id = p.id
WHERE p.telegram_id = :telegram_id AND p.active = 1 ORDER BY o.id

-- name: by_phone^
SELECT * FROM people WHERE phone_mark = :phone_mark AND active = 1

-- name: by_id^
SELECT * FROM people WHERE id = :id

-- name: by_name
SELECT * FROM people WHERE name = :name AND active = 1 ORDER BY id

-- name: add$
INSERT INTO people (name, phone, phone_mark, telegram_id, joined_at) VALUES (:name, :phone, :phone_mark, :telegram_id, :now) RETURNING id

-- name: rename!
UPDATE people SET name = :name, phone = :phone, phone_mark = :phone_mark WHERE id = :id

-- name: recognise!
-- The person is who holds this Telegram account; whoever held it before no longer does.
UPDATE people SET telegram_id = CASE WHEN id = :id THEN :telegram_id ELSE NULL END, joined_at = CASE WHEN id = :id THEN :now ELSE joined_at END
WHERE id = :id OR telegram_id = :telegram_id

-- name: part!
UPDATE people SET active = 0, telegram_id = NULL, phone = NULL, phone_mark = NULL, left_at = :now WHERE id = :id

-- name: note_leaving!
-- By which account somebody was known who leaves: they, or an operator, may want them forgotten as well.
INSERT INTO meta (name, value) SELECT 'left/' || telegram_id || '/' || id, '' FROM people WHERE id = :id AND telegram_id IS NOT NULL
ON CONFLICT (name) DO NOTHING

-- name: left_with
-- Whoever left with that account and is not forgotten yet.
SELECT p.* FROM people p WHERE p.active = 0 AND p.name <> '#' || p.id
  AND EXISTS (SELECT 1 FROM meta m WHERE m.name = 'left/' || CAST(:account AS BIGINT) || '/' || p.id) ORDER BY p.id

-- name: left_by_name
SELECT * FROM people WHERE name = :name AND active = 0 ORDER BY id

-- name: account_of_left$
SELECT name FROM meta WHERE name LIKE 'left/%/' || CAST(:id AS BIGINT)

-- name: posts_of
SELECT role, unit_id FROM posts WHERE person_id = :person_id ORDER BY id

-- name: give_post!
INSERT INTO posts (person_id, role, unit_id) VALUES (:person_id, :role, :unit_id) ON CONFLICT DO NOTHING

-- name: take_post!
DELETE FROM posts WHERE person_id = :person_id AND role = :role AND COALESCE(unit_id, 0) = COALESCE(:unit_id, 0)

-- name: take_all_posts!
DELETE FROM posts WHERE person_id = :person_id

-- name: of_unit
-- Who holds a post at the unit, leads first.
SELECT p.*, o.role FROM posts o JOIN people p ON p.id = o.person_id
WHERE o.unit_id = :unit_id AND p.active = 1
ORDER BY CASE o.role WHEN 'lead' THEN 0 WHEN 'warden' THEN 1 ELSE 2 END, p.id

-- name: of_role
SELECT p.*, o.unit_id FROM posts o JOIN people p ON p.id = o.person_id WHERE o.role = :role AND p.active = 1 ORDER BY p.id

-- name: everybody
-- Every post of every active person, with the unit's code.
SELECT p.id, p.name, p.phone, p.telegram_id, p.active, o.role, o.unit_id FROM people p LEFT JOIN posts o ON o.person_id = p.id
WHERE p.active = 1 ORDER BY p.id, o.id

-- name: move_posts!
-- One person's posts pass to another; those that the other holds already are not doubled.
UPDATE posts SET person_id = :heir WHERE person_id = :person_id
  AND NOT EXISTS (SELECT 1 FROM posts h WHERE h.person_id = :heir AND h.role = posts.role AND COALESCE(h.unit_id, 0) = COALESCE(posts.unit_id, 0))

-- name: never_recognised
-- Everybody of the roster whose account nobody knows yet.
SELECT * FROM people WHERE active = 1 AND telegram_id IS NULL ORDER BY id
