-- name: of_day
SELECT * FROM roll_lists WHERE day = :day ORDER BY at, id

-- name: by_id^
SELECT * FROM roll_lists WHERE id = :id

-- name: reword!
UPDATE roll_lists SET state = 'reworded' WHERE chat_id = :chat_id AND day = :day AND unit_id = :unit_id AND state <> 'reworded'

-- name: save!
INSERT INTO roll_lists (chat_id, day, heading, unit_id, said, state, message_id, telegram_id, at)
VALUES (:chat_id, :day, :heading, :unit_id, :said, 'stands', :message_id, :telegram_id, :at)
ON CONFLICT (chat_id, day, unit_id, said) DO UPDATE SET state = 'stands', heading = excluded.heading, message_id = excluded.message_id,
    telegram_id = excluded.telegram_id, at = excluded.at

-- name: set_state!
UPDATE roll_lists SET state = :state WHERE id = :id

-- name: card^
SELECT post, rows_json FROM roll_cards WHERE chat_id = :chat_id AND day = :day

-- name: set_card!
INSERT INTO roll_cards (chat_id, day, post, rows_json) VALUES (:chat_id, :day, :post, :rows_json)
ON CONFLICT (chat_id, day) DO UPDATE SET post = excluded.post, rows_json = excluded.rows_json

-- name: of_card^
SELECT chat_id, day FROM roll_cards WHERE post = :post
