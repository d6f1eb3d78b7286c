-- name: count$
SELECT count(*) FROM invitations

-- name: make!
INSERT INTO invitations (code, role, unit_id, made_by, made_at, expires_at, replaces)
VALUES (:code, :role, :unit_id, :made_by, :made_at, :expires_at, :replaces)

-- name: by_code^
SELECT code, role, unit_id, made_by, expires_at, replaces, used_by FROM invitations WHERE code = :code

-- name: use!
UPDATE invitations SET used_by = :person_id, used_at = :now WHERE code = :code AND used_by IS NULL

-- name: withdraw!
-- A newer handover by the same person takes the place of an older one that nobody used.
UPDATE invitations SET expires_at = :now WHERE replaces = :replaces AND used_by IS NULL AND expires_at > :now
