-- Everything private, table by table: read past a key in its order, written back as it is sealed today (storage/sealing.py).
-- :current is what a text sealed with the newest key looks like.

-- name: sealed_with$
SELECT value FROM meta WHERE name = 'sealed_with'

-- name: note_key!
INSERT INTO meta (name, value) VALUES ('sealed_with', :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value

-- name: inbox
SELECT place, raw, trace FROM inbox WHERE place > :place AND (raw NOT LIKE :current OR trace NOT LIKE :current) ORDER BY place LIMIT :most

-- name: keep_inbox!
UPDATE inbox SET raw = :raw, trace = :trace WHERE place = :place

-- name: outbox
SELECT id, fields_json FROM outbox WHERE id > :id AND fields_json NOT LIKE :current ORDER BY id LIMIT :most

-- name: keep_outbox!
UPDATE outbox SET fields_json = :fields_json WHERE id = :id

-- name: meta
SELECT name, value FROM meta WHERE name > :name AND value NOT LIKE :current AND name <> 'sealed_with' ORDER BY name LIMIT :most

-- name: keep_meta!
UPDATE meta SET value = :value WHERE name = :name

-- name: people
SELECT id, phone FROM people WHERE id > :id AND phone NOT LIKE :current ORDER BY id LIMIT :most

-- name: keep_people!
UPDATE people SET phone = :phone, phone_mark = :phone_mark WHERE id = :id

-- name: invitations
SELECT code AS old, code FROM invitations WHERE code > :old AND code NOT LIKE :current ORDER BY code LIMIT :most

-- name: keep_invitations!
UPDATE invitations SET code = :code WHERE code = :old

-- name: uploads
SELECT id, rows_json FROM uploads WHERE id > :id AND rows_json NOT LIKE :current ORDER BY id LIMIT :most

-- name: keep_uploads!
UPDATE uploads SET rows_json = :rows_json WHERE id = :id

-- name: statements
SELECT id, raw, texts_json, read_as_json FROM statements WHERE id > :id AND (raw NOT LIKE :current OR texts_json NOT LIKE :current OR read_as_json NOT LIKE :current) ORDER BY id LIMIT :most

-- name: keep_statements!
UPDATE statements SET raw = :raw, texts_json = :texts_json, read_as_json = :read_as_json WHERE id = :id

-- name: report_versions
SELECT day, unit_id, version, texts_json FROM report_versions WHERE (day, unit_id, version) > (:day, :unit_id, :version) AND texts_json NOT LIKE :current ORDER BY day, unit_id, version LIMIT :most

-- name: keep_report_versions!
UPDATE report_versions SET texts_json = :texts_json WHERE day = :day AND unit_id = :unit_id AND version = :version

-- name: questions
SELECT id, quote FROM questions WHERE id > :id AND quote NOT LIKE :current ORDER BY id LIMIT :most

-- name: keep_questions!
UPDATE questions SET quote = :quote WHERE id = :id

-- name: held
SELECT id, raw, word FROM held WHERE id > :id AND (raw NOT LIKE :current OR word NOT LIKE :current) ORDER BY id LIMIT :most

-- name: keep_held!
UPDATE held SET raw = :raw, word = :word WHERE id = :id

-- name: chat_aliases
SELECT id, word FROM chat_aliases WHERE id > :id AND word NOT LIKE :current ORDER BY id LIMIT :most

-- name: keep_chat_aliases!
UPDATE chat_aliases SET word = :word WHERE id = :id

-- name: sender_words
SELECT id, phrase FROM sender_words WHERE id > :id AND phrase NOT LIKE :current ORDER BY id LIMIT :most

-- name: keep_sender_words!
UPDATE sender_words SET phrase = :phrase WHERE id = :id

-- name: roll_lists
SELECT id, heading, said FROM roll_lists WHERE id > :id AND (heading NOT LIKE :current OR said NOT LIKE :current) ORDER BY id LIMIT :most

-- name: keep_roll_lists!
UPDATE roll_lists SET heading = :heading, said = :said WHERE id = :id

-- name: roll_cards
SELECT chat_id, day, rows_json FROM roll_cards WHERE (chat_id, day) > (:chat_id, :day) AND rows_json NOT LIKE :current ORDER BY chat_id, day LIMIT :most

-- name: keep_roll_cards!
UPDATE roll_cards SET rows_json = :rows_json WHERE chat_id = :chat_id AND day = :day

-- name: evidence
SELECT id, caption FROM evidence WHERE id > :id AND caption NOT LIKE :current ORDER BY id LIMIT :most

-- name: keep_evidence!
UPDATE evidence SET caption = :caption WHERE id = :id

-- name: excuses
SELECT id, reason FROM excuses WHERE id > :id AND reason NOT LIKE :current ORDER BY id LIMIT :most

-- name: keep_excuses!
UPDATE excuses SET reason = :reason WHERE id = :id

-- name: tasks
SELECT number, title, body, goals, asks FROM tasks WHERE number > :number AND (title NOT LIKE :current OR body NOT LIKE :current OR goals NOT LIKE :current OR asks NOT LIKE :current) ORDER BY number LIMIT :most

-- name: keep_tasks!
UPDATE tasks SET title = :title, body = :body, goals = :goals, asks = :asks WHERE number = :number

-- name: task_series
SELECT number, title, body, goals, asks FROM task_series WHERE number > :number AND (title NOT LIKE :current OR body NOT LIKE :current OR goals NOT LIKE :current OR asks NOT LIKE :current) ORDER BY number LIMIT :most

-- name: keep_task_series!
UPDATE task_series SET title = :title, body = :body, goals = :goals, asks = :asks WHERE number = :number

-- name: task_units
SELECT task, unit_id, reason FROM task_units WHERE (task, unit_id) > (:task, :unit_id) AND reason NOT LIKE :current ORDER BY task, unit_id LIMIT :most

-- name: keep_task_units!
UPDATE task_units SET reason = :reason WHERE task = :task AND unit_id = :unit_id

-- name: task_feedback
SELECT id, text FROM task_feedback WHERE id > :id AND text NOT LIKE :current ORDER BY id LIMIT :most

-- name: keep_task_feedback!
UPDATE task_feedback SET text = :text WHERE id = :id

-- name: task_events
SELECT id, words, before_json FROM task_events WHERE id > :id AND (words NOT LIKE :current OR before_json NOT LIKE :current) ORDER BY id LIMIT :most

-- name: keep_task_events!
UPDATE task_events SET words = :words, before_json = :before_json WHERE id = :id

-- name: decisions
SELECT id, text FROM decisions WHERE id > :id AND text NOT LIKE :current ORDER BY id LIMIT :most

-- name: keep_decisions!
UPDATE decisions SET text = :text WHERE id = :id

-- name: dialogues
SELECT chat_id, telegram_id, state_json FROM dialogues WHERE (chat_id, telegram_id) > (:chat_id, :telegram_id) AND state_json NOT LIKE :current ORDER BY chat_id, telegram_id LIMIT :most

-- name: keep_dialogues!
UPDATE dialogues SET state_json = :state_json WHERE chat_id = :chat_id AND telegram_id = :telegram_id

-- name: audit
SELECT id, fields_json FROM audit WHERE id > :id AND fields_json NOT LIKE :current ORDER BY id LIMIT :most

-- name: keep_audit!
UPDATE audit SET fields_json = :fields_json WHERE id = :id

-- name: papers
SELECT id, body FROM papers WHERE id > :id AND body NOT LIKE :current ORDER BY id LIMIT :most

-- name: keep_papers!
UPDATE papers SET body = :body WHERE id = :id

-- name: circulars
SELECT id, text FROM circulars WHERE id > :id AND text NOT LIKE :current ORDER BY id LIMIT :most

-- name: keep_circulars!
UPDATE circulars SET text = :text WHERE id = :id
