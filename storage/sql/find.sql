-- name: written
-- Reports as they were written (of a roll-call list the unit's own words) and answers to tasks, newest first.
WITH RECURSIVE below (id) AS (
    SELECT id FROM units WHERE id = :node OR (:node IS NULL AND parent_id IS NULL)
    UNION ALL
    SELECT u.id FROM units u JOIN below ON u.parent_id = below.id
),
told (at, kind, unit_id, units, sender, task, text) AS (
    SELECT max(s.said_at), CASE WHEN s.raw LIKE '#接%' THEN 'line' ELSE 'report' END, min(s.unit_id), count(DISTINCT s.unit_id), s.sender,
           NULL, CASE WHEN s.raw LIKE '#接%' THEN s.texts_json ELSE s.raw END AS said
    FROM statements s
    WHERE s.dead_at IS NULL AND s.source IN ('message', 'edit') AND s.unit_id IN (SELECT id FROM below)
    GROUP BY s.chat_id, s.message_id, said
    UNION ALL
    SELECT f.at, 'task', f.unit_id, 1, p.name, f.task, f.text
    FROM task_feedback f LEFT JOIN people p ON p.id = f.person_id
    WHERE f.unit_id IN (SELECT id FROM below)
)
SELECT * FROM told
WHERE (text LIKE :a ESCAPE '\' OR text LIKE :a2 ESCAPE '\') AND (text LIKE :b ESCAPE '\' OR text LIKE :b2 ESCAPE '\')
  AND (text LIKE :c ESCAPE '\' OR text LIKE :c2 ESCAPE '\')
ORDER BY at DESC LIMIT :most
