-- name: save$
INSERT INTO questions (statement_id, day, unit_id, ask, number, indicator, value, quote, reason, total, told_json)
VALUES (:statement_id, :day, :unit_id, :ask, :number, :indicator, :value, :quote, :reason, :total, :told_json) RETURNING id

-- name: by_id^
SELECT * FROM questions WHERE id = :id

-- name: of_ask
-- Every question of one message that asks, settled ones too.
SELECT * FROM questions WHERE ask = :ask ORDER BY number, id

-- name: open_of_unit
SELECT * FROM questions WHERE day = :day AND unit_id = :unit_id AND state = 'open' ORDER BY id

-- name: of_unit
SELECT * FROM questions WHERE day = :day AND unit_id = :unit_id ORDER BY id

-- name: open_of_day
SELECT * FROM questions WHERE day = :day AND state = 'open' ORDER BY unit_id, id

-- name: of_statement
SELECT * FROM questions WHERE statement_id = :statement_id ORDER BY number, id

-- name: settle!
UPDATE questions SET state = :state, settled_indicator = :indicator, settled_value = :value, settled_by = :person_id, settled_at = :at
WHERE id = :id AND state = 'open'

-- name: move!
-- The same doubt in another wording of its message.
UPDATE questions SET statement_id = :statement_id, number = :number WHERE id = :id

-- name: last_ask_of^
-- The latest message with open questions that a report of this person has, for a day from then on.
SELECT q.ask FROM questions q JOIN statements s ON s.id = q.statement_id
WHERE q.state = 'open' AND q.day >= :since AND s.person_id = :person_id ORDER BY q.id DESC LIMIT 1

-- name: ask_otherwise!
-- The same doubt with another best guess and reason.
UPDATE questions SET indicator = :indicator, value = :value, reason = :reason WHERE id = :id

-- name: highest_number$
SELECT max(number) FROM questions WHERE ask = :ask AND state <> 'superseded'
