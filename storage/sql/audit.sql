-- name: note!
INSERT INTO audit (at, person_id, verb, fields_json) VALUES (:at, :person_id, :verb, :fields_json)
