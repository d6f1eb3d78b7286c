-- name: note!
INSERT INTO audit (at, person_id, verb, fields_json) VALUES (:at, :person_id, :verb, :fields_json)

-- name: open_door!
INSERT INTO audit_door (reason) VALUES (:reason)

-- name: shut_door!
DELETE FROM audit_door

-- name: of_person
-- What somebody did, newest last.
SELECT at, verb, fields_json FROM audit WHERE person_id = :person_id ORDER BY id

-- name: verbs
SELECT at, person_id, verb, fields_json FROM audit WHERE verb = :verb ORDER BY id
