-- name: add$
-- A message is kept once.
INSERT INTO circulars (kind, unit_id, person_id, text, audience_json, scope_json, chat_id, message_id, album, made_at)
VALUES (:kind, :unit_id, :person_id, :text, :audience_json, :scope_json, :chat_id, :message_id, :album, :now)
ON CONFLICT (chat_id, message_id) DO NOTHING RETURNING id

-- name: add_file!
INSERT INTO circular_files (circular, file_unique_id, kind, file_id, place)
VALUES (:circular, :file_unique_id, :kind, :file_id, :place) ON CONFLICT DO NOTHING

-- name: by_id^
SELECT * FROM circulars WHERE id = :id

-- name: of_message^
SELECT * FROM circulars WHERE chat_id = :chat_id AND message_id = :message_id

-- name: of_album^
SELECT * FROM circulars WHERE chat_id = :chat_id AND album = :album ORDER BY id LIMIT 1

-- name: files
SELECT * FROM circular_files WHERE circular = :circular ORDER BY place

-- name: of_unit
-- What a unit's practice was since then, whatever became of it but what nobody wanted.
SELECT * FROM circulars WHERE kind = 'practice' AND unit_id = :unit_id AND made_at >= :since AND state <> 'dropped' ORDER BY id

-- name: latest
SELECT * FROM circulars WHERE kind = :kind AND state = :state ORDER BY id DESC LIMIT :most

-- name: made_between
-- But for what nobody wanted, and what has been erased.
SELECT * FROM circulars WHERE kind = :kind AND state <> 'dropped' AND text <> '' AND made_at >= :since AND made_at < :until ORDER BY id

-- name: reword!
UPDATE circulars SET text = :text WHERE id = :id AND state = 'waiting'

-- name: decide$
-- Once: whoever comes second changes nothing.
UPDATE circulars SET state = :state, decided_by = :person_id, decided_at = :now WHERE id = :id AND state = 'waiting' RETURNING id

-- name: add_unit!
INSERT INTO circular_units (circular, unit_id) VALUES (:circular, :unit_id) ON CONFLICT DO NOTHING

-- name: units
SELECT unit_id, read_at FROM circular_units WHERE circular = :circular ORDER BY unit_id

-- name: read!
UPDATE circular_units SET read_at = :now, read_by = :person_id
WHERE circular = :circular AND unit_id = :unit_id AND read_at IS NULL
