-- name: add$
INSERT INTO task_series (title, body, audience_json, scope_json, due_words, photo, verify, goals, asks, weekdays, until_day, made_by, made_in, made_at)
VALUES (:title, :body, :audience_json, :scope_json, :due_words, :photo, :verify, :goals, :asks, :weekdays, :until_day, :made_by, :made_in, :now)
RETURNING number

-- name: by_number^
SELECT * FROM task_series WHERE number = :number

-- name: in_force
SELECT * FROM task_series WHERE state <> 'ended' ORDER BY number

-- name: set_state!
UPDATE task_series SET state = :state WHERE number = :number

-- name: make$
-- One task a series and day: a second time gives none.
INSERT INTO tasks (title, body, audience_json, scope_json, due_at, due_words, photo, verify, goals, asks, series, series_day, state, publish_day, made_by, made_in, made_at)
VALUES (:title, :body, :audience_json, :scope_json, :due_at, :due_words, :photo, :verify, :goals, :asks, :series, :series_day, 'confirmed', :publish_day, :made_by, :made_in, :now)
ON CONFLICT (series, series_day) DO NOTHING
RETURNING number

-- name: newest_day$
SELECT max(series_day) FROM tasks WHERE series = :series
