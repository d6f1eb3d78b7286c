-- name: attend$
INSERT INTO attendance (day, person_id, at) VALUES (:day, :person_id, :now) ON CONFLICT (day, person_id) DO NOTHING RETURNING 1

-- name: present
SELECT p.name FROM attendance a JOIN people p ON p.id = a.person_id WHERE a.day = :day ORDER BY a.at, p.id

-- name: decide$
INSERT INTO decisions (day, text, person_id, at) VALUES (:day, :text, :person_id, :now) RETURNING id

-- name: decided
SELECT d.id, d.text, d.at, d.task, COALESCE(p.name, '') AS name FROM decisions d LEFT JOIN people p ON p.id = d.person_id
WHERE d.day = :day ORDER BY d.at, d.id

-- name: by_id^
SELECT d.id, d.text, d.at, d.task, COALESCE(p.name, '') AS name FROM decisions d LEFT JOIN people p ON p.id = d.person_id
WHERE d.id = :id

-- name: became_task!
UPDATE decisions SET task = :task WHERE id = :id
