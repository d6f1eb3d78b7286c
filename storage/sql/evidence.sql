-- name: keep$
-- A file is kept once for a unit and day, whoever sends it again.
INSERT INTO evidence (day, unit_id, task, person_id, chat_id, message_id, kind, file_id, file_unique_id, album, caption, at)
VALUES (:day, :unit_id, :task, :person_id, :chat_id, :message_id, :kind, :file_id, :file_unique_id, :album, :caption, :at)
ON CONFLICT (unit_id, day, file_unique_id) DO NOTHING RETURNING id

-- name: of_album
SELECT * FROM evidence WHERE chat_id = :chat_id AND album = :album ORDER BY id

-- name: rehome!
-- The album's pictures belong to the unit and day of the report that one of them carries.
UPDATE evidence SET day = :day, unit_id = :unit_id WHERE chat_id = :chat_id AND album = :album
  AND NOT EXISTS (SELECT 1 FROM evidence o WHERE o.unit_id = :unit_id AND o.day = :day AND o.file_unique_id = evidence.file_unique_id)

-- name: of_unit
SELECT * FROM evidence WHERE day = :day AND unit_id = :unit_id ORDER BY id

-- name: of_task
SELECT * FROM evidence WHERE task = :task AND unit_id = :unit_id ORDER BY id

-- name: count_of_unit$
SELECT count(*) FROM evidence WHERE day = :day AND unit_id = :unit_id AND task IS NULL

-- name: of_day
SELECT unit_id, count(*) AS n FROM evidence WHERE day = :day AND task IS NULL GROUP BY unit_id
