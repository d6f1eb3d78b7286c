-- name: get$
SELECT value FROM meta WHERE name = :name

-- name: put!
INSERT INTO meta (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value

-- name: put_first!
INSERT INTO meta (name, value) VALUES (:name, :value) ON CONFLICT (name) DO NOTHING
