-- name: stamp$
-- Another one after every change of a unit.
SELECT changes FROM stamps WHERE subject = 'units'

-- name: mark_changed!
INSERT INTO stamps (subject, changes) VALUES ('units', 1) ON CONFLICT (subject) DO UPDATE SET changes = stamps.changes + 1

-- name: every
-- Every active unit in the order of its making.
SELECT id, code, name, parent_id, aliases_json, tags_json, reports, covers, deadline FROM units WHERE active = 1 ORDER BY id

-- name: save$
-- Made or brought up to date, by its code; the parent is tied afterwards.
INSERT INTO units (code, name, aliases_json, tags_json, reports, covers, deadline, active)
VALUES (:code, :name, :aliases_json, :tags_json, :reports, :covers, :deadline, 1)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, aliases_json = excluded.aliases_json, tags_json = excluded.tags_json,
    reports = excluded.reports, covers = excluded.covers,
    deadline = excluded.deadline, active = 1
RETURNING id

-- name: tie!
UPDATE units SET parent_id = (SELECT p.id FROM units p WHERE p.code = :parent) WHERE code = :code
