-- name: save$
INSERT INTO statements (day, unit_id, said_at, heard_at, source, mode, values_json, cumulative_json, texts_json, zero,
                        person_id, sender, proxy, chat_id, message_id, question_id, raw, read_as_json)
VALUES (:day, :unit_id, :said_at, :heard_at, :source, :mode, :values_json, :cumulative_json, :texts_json, :zero,
        :person_id, :sender, :proxy, :chat_id, :message_id, :question_id, :raw, :read_as_json)
RETURNING id

-- name: of_unit
-- What counts of a unit's day.
SELECT * FROM statements WHERE day = :day AND unit_id = :unit_id AND dead_at IS NULL ORDER BY said_at, id

-- name: of_day
SELECT * FROM statements WHERE day = :day AND dead_at IS NULL ORDER BY unit_id, said_at, id

-- name: as_of
-- What counted at an instant: sent by then, and not yet reworded then.
SELECT * FROM statements WHERE day = :day AND heard_at <= :instant AND (dead_at IS NULL OR dead_at > :instant)
ORDER BY unit_id, said_at, id

-- name: of_message
SELECT * FROM statements WHERE chat_id = :chat_id AND message_id = :message_id ORDER BY id

-- name: messages_between
SELECT chat_id, message_id FROM statements
WHERE dead_at IS NULL AND source IN ('', 'edit') AND raw <> '' AND chat_id IS NOT NULL AND message_id IS NOT NULL
GROUP BY chat_id, message_id HAVING min(said_at) >= :since AND min(said_at) < :until ORDER BY min(said_at), min(id)

-- name: by_id^
SELECT * FROM statements WHERE id = :id

-- name: of_question
SELECT * FROM statements WHERE question_id = :question_id AND dead_at IS NULL ORDER BY id

-- name: end_of!
UPDATE statements SET dead_at = :at WHERE id = :id AND dead_at IS NULL

-- name: last_of_sender^
-- The latest message of that sender in that chat that was a report.
SELECT * FROM statements
WHERE chat_id = :chat_id AND person_id = :person_id AND source IN ('', 'edit', 'form') AND heard_at >= :since AND heard_at <= :until
ORDER BY heard_at DESC, id DESC LIMIT 1

