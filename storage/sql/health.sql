-- name: aside
-- How many updates were set aside, and when the last of them came.
SELECT count(*) AS n, max(received_at) AS newest FROM inbox WHERE state = 'aside'

-- name: oldest_waiting$
SELECT min(received_at) FROM inbox WHERE state = 'waiting'

-- name: failed
-- Messages that could not be sent since an instant, by the reason that was noted.
SELECT COALESCE(error, '') AS error, count(*) AS n FROM outbox
WHERE state = 'failed' AND made_at >= :since GROUP BY COALESCE(error, '') ORDER BY n DESC, error

-- name: gone_people
-- People of the roster whose private chat cannot be written to.
SELECT p.name FROM people p JOIN chats c ON c.telegram_id = p.telegram_id
WHERE p.active = 1 AND c.kind = 'private' AND c.state = 'gone' ORDER BY p.id

-- name: bare_units
-- Units that answer every day and have neither a chat of their own nor anybody who could be written to.
SELECT u.name FROM units u
WHERE u.active = 1 AND u.reports = 1
  AND NOT EXISTS (SELECT 1 FROM chats c WHERE c.purpose = 'unit' AND c.unit_id = u.id AND c.state = 'here')
  AND NOT EXISTS (
    SELECT 1 FROM posts o JOIN people p ON p.id = o.person_id AND p.active = 1 AND p.telegram_id IS NOT NULL
    LEFT JOIN chats c ON c.telegram_id = p.telegram_id
    WHERE o.unit_id = u.id AND o.role IN ('warden', 'lead') AND COALESCE(c.state, 'here') = 'here')
ORDER BY u.id

-- name: units_without
-- Units that answer every day and in which nobody holds one of these roles.
SELECT u.name FROM units u
WHERE u.active = 1 AND u.reports = 1 AND NOT EXISTS (
    SELECT 1 FROM posts o JOIN people p ON p.id = o.person_id AND p.active = 1
    WHERE o.unit_id = u.id AND o.role IN (:role, :other))
ORDER BY u.id

-- name: count_aside$
SELECT count(*) FROM inbox WHERE state = 'aside'

-- name: waiting_by_lane
-- What has not gone out yet, by lane, and since when the oldest of it could have (null: all of it is held back).
SELECT lane, count(*) AS n, min(CASE WHEN not_before <= :now THEN COALESCE(ready_at, made_at) END) AS ready_at
FROM outbox WHERE state = 'waiting' GROUP BY lane ORDER BY lane

-- name: size$
SELECT pages.page_count * sizes.page_size FROM pragma_page_count() AS pages, pragma_page_size() AS sizes

-- name: size_postgres$
SELECT pg_database_size(current_database())
