-- name: freeze!
INSERT INTO papers (kind, day, node, frozen, at, body) VALUES (:kind, :day, :node, 1, :at, :body)
ON CONFLICT (kind, day, node, frozen) DO NOTHING

-- name: sketch!
INSERT INTO papers (kind, day, node, frozen, at, body) VALUES (:kind, :day, :node, 0, :at, :body)
ON CONFLICT (kind, day, node, frozen) DO UPDATE SET at = excluded.at, body = excluded.body

-- name: of^
SELECT * FROM papers WHERE kind = :kind AND day = :day AND node = :node AND frozen = :frozen

-- name: blot_out!
-- Somebody's name is to be blotted out of every paper, piece by piece.
INSERT INTO blots (person_id, name) VALUES (:person_id, :name) ON CONFLICT (person_id) DO NOTHING

-- name: next_blot^
SELECT person_id, name, paper FROM blots ORDER BY person_id LIMIT 1

-- name: after
SELECT * FROM papers WHERE id > :id ORDER BY id LIMIT :most

-- name: rewrite!
UPDATE papers SET body = :body WHERE id = :id

-- name: blot_on!
UPDATE blots SET paper = :id WHERE person_id = :person_id

-- name: blotted!
DELETE FROM blots WHERE person_id = :person_id
