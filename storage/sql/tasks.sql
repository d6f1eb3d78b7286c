-- name: add$
INSERT INTO tasks (title, body, audience_json, scope_json, due_at, due_words, photo, goals, asks, urgent, verify, made_by, made_in, message_id, made_at)
VALUES (:title, :body, :audience_json, :scope_json, :due_at, :due_words, :photo, :goals, :asks, :urgent, :verify, :made_by, :made_in, :message_id, :now)
RETURNING number

-- name: rewrite!
UPDATE tasks SET title = :title, body = :body, audience_json = :audience_json, scope_json = :scope_json, due_at = :due_at,
    due_words = :due_words, photo = :photo, goals = :goals, asks = :asks, urgent = :urgent, verify = :verify,
    state = 'draft', publish_day = NULL, version = version + 1
WHERE number = :number

-- name: amend!
UPDATE tasks SET title = :title, body = :body, due_at = :due_at, due_words = :due_words, photo = :photo, verify = :verify,
    asks = :asks, version = version + 1
WHERE number = :number AND state = 'published'

-- name: by_message^
SELECT * FROM tasks WHERE made_in = :chat_id AND message_id = :message_id ORDER BY number LIMIT 1

-- name: by_number^
SELECT * FROM tasks WHERE number = :number

-- name: in_state
SELECT * FROM tasks WHERE state = :state ORDER BY number

-- name: confirm!
UPDATE tasks SET state = 'confirmed', publish_day = :publish_day, version = version + 1 WHERE number = :number

-- name: publish!
-- Out once: a second time changes nothing.
UPDATE tasks SET state = 'published', published_at = :now, version = version + 1
WHERE number = :number AND state IN ('draft', 'confirmed')

-- name: cancel!
UPDATE tasks SET state = 'cancelled', version = version + 1 WHERE number = :number

-- name: published_since
SELECT * FROM tasks WHERE state = 'published' AND published_at >= :since ORDER BY number

-- name: due_for_publication
SELECT * FROM tasks WHERE state = 'confirmed' AND publish_day <= :day ORDER BY number

-- name: add_unit!
INSERT INTO task_units (task, unit_id) VALUES (:task, :unit_id) ON CONFLICT DO NOTHING

-- name: add_post!
INSERT INTO task_posts (task, chat_id, unit_id) VALUES (:task, :chat_id, :unit_id) ON CONFLICT DO NOTHING

-- name: posts_of
SELECT chat_id, unit_id FROM task_posts WHERE task = :task ORDER BY chat_id, unit_id

-- name: posts_for_unit
-- Every chat in which the task stands for this unit, with all units that it stands for there.
SELECT p.chat_id, p.unit_id FROM task_posts p
WHERE p.task = :task AND p.chat_id IN (SELECT chat_id FROM task_posts WHERE task = :task AND unit_id = :unit_id)
ORDER BY p.chat_id, p.unit_id

-- name: units_in_chat
SELECT unit_id FROM task_posts WHERE task = :task AND chat_id = :chat_id ORDER BY unit_id

-- name: places
SELECT * FROM task_units WHERE task = :task ORDER BY unit_id

-- name: place^
SELECT * FROM task_units WHERE task = :task AND unit_id = :unit_id

-- name: save_place!
UPDATE task_units SET state = :state, answered_at = :answered_at, changed_at = :changed_at, done_at = :done_at,
    changed_by = COALESCE(:changed_by, changed_by), reminded = :reminded, reason = :reason, photo_asked = :photo_asked,
    version = :version, verified_at = :verified_at, returned = :returned
WHERE task = :task AND unit_id = :unit_id

-- name: who_changed
-- Who gave each unit's latest answer.
SELECT u.unit_id, p.name FROM task_units u JOIN people p ON p.id = u.changed_by WHERE u.task = :task

-- name: of_unit
-- The tasks that a unit has and has not done, soonest deadline first, those without one last.
SELECT t.*, u.state AS unit_state FROM task_units u JOIN tasks t ON t.number = u.task
WHERE u.unit_id = :unit_id AND t.state = 'published' AND u.state <> 'done'
ORDER BY t.due_at IS NULL, t.due_at, t.number

-- name: with_open_units
-- The published tasks that some unit has not done.
SELECT t.* FROM tasks t WHERE t.state = 'published'
  AND EXISTS (SELECT 1 FROM task_units u WHERE u.task = t.number AND u.state <> 'done')
ORDER BY t.number DESC

-- name: latest_published
SELECT * FROM tasks WHERE state = 'published' ORDER BY number DESC LIMIT :most

-- name: add_feedback!
INSERT INTO task_feedback (task, unit_id, person_id, chat_id, message_id, at, text)
VALUES (:task, :unit_id, :person_id, :chat_id, :message_id, :at, :text)
ON CONFLICT (task, chat_id, message_id) DO UPDATE SET text = excluded.text

-- name: feedback
SELECT unit_id, at, text FROM task_feedback WHERE task = :task ORDER BY at, id

-- name: add_evidence!
-- A file that came with an answer; one that the day's report brought already is of the task from now on.
INSERT INTO evidence (day, unit_id, task, person_id, chat_id, message_id, kind, file_id, file_unique_id, album, caption, at)
VALUES (:day, :unit_id, :task, :person_id, :chat_id, :message_id, :kind, :file_id, :file_unique_id, :album, :caption, :at)
ON CONFLICT (unit_id, day, file_unique_id) DO UPDATE SET task = excluded.task

-- name: evidence
-- How many files each unit sent for the task, photos and others.
SELECT unit_id, count(*) AS files, sum(CASE kind WHEN 'photo' THEN 1 ELSE 0 END) AS photos FROM evidence
WHERE task = :task GROUP BY unit_id

-- name: album_seen$
SELECT count(*) FROM evidence WHERE task = :task AND chat_id = :chat_id AND album = :album

-- name: unconfirm!
UPDATE tasks SET state = 'draft', publish_day = NULL, version = version + 1 WHERE number = :number AND state = 'confirmed'

-- name: unverified
-- Completions that wait for a leader's word, of tasks that went out since then.
SELECT t.number, u.unit_id FROM tasks t JOIN task_units u ON u.task = t.number
WHERE t.state = 'published' AND t.published_at >= :since AND t.verify = 1 AND u.state = 'done' AND u.verified_at IS NULL
ORDER BY t.number, u.unit_id

-- name: thread^
-- The task and unit that a message in a chat was sent back for, by its words or its file.
SELECT task, unit_id FROM task_feedback WHERE chat_id = :chat_id AND message_id = :message_id
UNION
SELECT task, unit_id FROM evidence WHERE task IS NOT NULL AND chat_id = :chat_id AND message_id = :message_id
LIMIT 1

-- name: thread_of_album^
SELECT task, unit_id FROM evidence WHERE task IS NOT NULL AND chat_id = :chat_id AND album = :album LIMIT 1
