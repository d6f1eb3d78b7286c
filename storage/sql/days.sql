-- name: order^
SELECT closes_at, reopened, skipped, kept, paused_at FROM days WHERE day = :day

-- name: move_close!
INSERT INTO days (day, closes_at, reopened, changed_by, changed_at) VALUES (:day, :closes_at, :reopened, :person_id, :now)
ON CONFLICT (day) DO UPDATE SET closes_at = excluded.closes_at, reopened = excluded.reopened, changed_by = excluded.changed_by, changed_at = excluded.changed_at

-- name: set_skipped!
INSERT INTO days (day, skipped, kept, changed_by, changed_at) VALUES (:day, :skipped, :kept, :person_id, :now)
ON CONFLICT (day) DO UPDATE SET skipped = excluded.skipped, kept = excluded.kept, changed_by = excluded.changed_by, changed_at = excluded.changed_at

-- name: set_paused!
INSERT INTO days (day, paused_at, changed_by, changed_at) VALUES (:day, :paused_at, :person_id, :now)
ON CONFLICT (day) DO UPDATE SET paused_at = excluded.paused_at, changed_by = excluded.changed_by, changed_at = excluded.changed_at

-- name: settle$
-- The claim: a step that is settled already gives no row back.
INSERT INTO steps (day, step, due_at, state, done_at) VALUES (:day, :step, :due_at, :state, :now)
ON CONFLICT (day, step, unit_id) DO NOTHING RETURNING 1

-- name: settle_at!
-- The same claim of a level's step, for one of its nodes.
INSERT INTO steps (day, step, unit_id, due_at, state, done_at) VALUES (:day, :step, :unit_id, :due_at, :state, :now)
ON CONFLICT (day, step, unit_id) DO NOTHING

-- name: settled_at
-- Which steps of levels are settled, for which nodes: their names end with the level's hour.
SELECT step, unit_id FROM steps WHERE day = :day AND step LIKE '%@%'

-- name: note_result!
UPDATE steps SET result_json = :result_json WHERE day = :day AND step = :step AND unit_id = 0

-- name: settled
SELECT step, due_at, state, done_at, result_json FROM steps WHERE day = :day AND unit_id = 0 AND step NOT LIKE '%@%' ORDER BY due_at, done_at

-- name: newest_day$
SELECT max(day) FROM steps
