-- name: freeze!
INSERT INTO papers (kind, day, node, frozen, at, body) VALUES (:kind, :day, :node, 1, :at, :body)
ON CONFLICT (kind, day, node, frozen) DO NOTHING

-- name: sketch!
INSERT INTO papers (kind, day, node, frozen, at, body) VALUES (:kind, :day, :node, 0, :at, :body)
ON CONFLICT (kind, day, node, frozen) DO UPDATE SET at = excluded.at, body = excluded.body

-- name: of^
SELECT * FROM papers WHERE kind = :kind AND day = :day AND node = :node AND frozen = :frozen
