-- name: add$
INSERT INTO excuses (unit_id, from_day, to_day, reason, made_by, made_at)
VALUES (:unit_id, :from_day, :to_day, :reason, :person_id, :now) RETURNING id

-- name: in_force
-- Who is excused that day, the latest word for each unit last.
SELECT id, unit_id, from_day, to_day, reason FROM excuses
WHERE from_day <= :day AND to_day >= :day AND revoked_at IS NULL ORDER BY id

-- name: revoke!
UPDATE excuses SET revoked_at = :now WHERE unit_id = :unit_id AND to_day >= :day AND revoked_at IS NULL
