-- name: before
-- Reports as they were written and answers to tasks below a node, newest first, those before an instant.
WITH RECURSIVE below (id) AS (
    SELECT id FROM units WHERE id = :node OR (:node IS NULL AND parent_id IS NULL)
    UNION ALL
    SELECT u.id FROM units u JOIN below ON u.parent_id = below.id
)
SELECT s.said_at AS at, 'report' AS kind, s.unit_id, s.sender, NULL AS task, s.chat_id, s.message_id, s.raw, s.texts_json
FROM statements s
WHERE s.raw <> '' AND s.dead_at IS NULL AND s.source IN ('', 'edit') AND s.said_at < :before AND s.unit_id IN (SELECT id FROM below)
UNION ALL
SELECT f.at, 'task', f.unit_id, p.name, f.task, f.chat_id, f.message_id, f.text, '{}'
FROM task_feedback f LEFT JOIN people p ON p.id = f.person_id
WHERE f.at < :before AND f.unit_id IN (SELECT id FROM below)
ORDER BY 1 DESC LIMIT :most
