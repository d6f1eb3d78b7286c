-- name: every
SELECT number, code FROM indicators

-- name: add!
INSERT INTO indicators (code) VALUES (:code) ON CONFLICT (code) DO NOTHING
