-- Of several processes on one database each handles other chats. A file has one, which asks none of this.

-- name: sweep_postgres!
-- Leases that ran out, or whose holder is dead: its lock is gone. One that is locked is being worked under, or swept.
DELETE FROM chat_leases WHERE chat IN (
    SELECT l.chat FROM chat_leases l
    WHERE l.until NOT BETWEEN clock_timestamp() AND clock_timestamp() + make_interval(secs => :seconds)
       OR NOT EXISTS (SELECT 1 FROM pg_locks k WHERE k.locktype = 'advisory' AND CAST(k.classid AS BIGINT) = :lives
                          AND CAST(k.objid AS BIGINT) = l.holder AND k.objsubid = 2
                          AND k.database = (SELECT oid FROM pg_database WHERE datname = current_database()))
    FOR UPDATE SKIP LOCKED)

-- name: claim_postgres
-- Chats that nobody has, those first that wait longest, as far as the holder has fewer than so many that wait.
-- A chat is claimed by its oldest update: where that is locked, another process claims it in this moment.
WITH waiting AS (
    (SELECT place, chat FROM inbox WHERE state = 'waiting' AND chat NOT IN (SELECT chat FROM chat_leases)
     ORDER BY place LIMIT :most)
    UNION ALL
    (SELECT place, chat FROM inbox WHERE state = 'later' AND chat NOT IN (SELECT chat FROM chat_leases)
     ORDER BY place LIMIT :most)
), free AS (
    SELECT chat FROM inbox WHERE place = ANY(ARRAY(SELECT min(place) FROM waiting GROUP BY chat))
    ORDER BY place
    LIMIT GREATEST(0, :most - (
        SELECT count(*) FROM chat_leases l WHERE l.holder = :holder
            AND (SELECT min(i.place) FROM inbox i WHERE i.chat = l.chat AND i.state = 'waiting') IS NOT NULL))
    FOR UPDATE SKIP LOCKED
)
INSERT INTO chat_leases (chat, holder, until)
SELECT chat, :holder, clock_timestamp() + make_interval(secs => :seconds) FROM free
ON CONFLICT (chat) DO NOTHING
RETURNING chat

-- name: begin_anew_postgres!
-- What another process had put off waits in its order again, now that we have the chat.
UPDATE inbox SET state = 'waiting' WHERE state = 'later' AND chat = ANY(:chats)

-- name: take_up_postgres!
UPDATE inbox SET state = 'waiting' WHERE place IN (
    SELECT i.place FROM inbox i WHERE i.state = 'later' AND i.chat IN (SELECT chat FROM chat_leases WHERE holder = :holder)
    ORDER BY i.place LIMIT :most)

-- name: waiting_postgres
-- The oldest updates of the chats that the holder has.
SELECT i.place, i.update_id, i.raw, i.tries, i.received_at
FROM chat_leases l
CROSS JOIN LATERAL (
    SELECT * FROM inbox WHERE inbox.chat = l.chat AND inbox.state = 'waiting' ORDER BY inbox.place LIMIT :most) i
WHERE l.holder = :holder ORDER BY i.place LIMIT :most

-- name: hold_postgres
-- Renews what the holder still has and locks it to the end of the work: which of these updates wait under it, and have
-- none of their chat before them that waits and is not among these.
WITH held AS (
    UPDATE chat_leases SET until = clock_timestamp() + make_interval(secs => :seconds)
    WHERE chat IN (SELECT chat FROM chat_leases WHERE holder = :holder FOR UPDATE SKIP LOCKED)
    RETURNING chat
)
SELECT i.place FROM inbox i JOIN held ON held.chat = i.chat WHERE i.place = ANY(:places) AND i.state = 'waiting'
    AND NOT EXISTS (SELECT 1 FROM inbox e WHERE e.chat = i.chat AND e.state = 'waiting' AND e.place < i.place
                        AND e.place <> ALL(:places))

-- name: let_go_postgres!
-- Chats of these updates in which nothing is left to do. Who put something off keeps the chat until that is done.
DELETE FROM chat_leases WHERE holder = :holder
    AND chat IN (SELECT i.chat FROM inbox i WHERE i.place = ANY(:places))
    AND NOT EXISTS (SELECT 1 FROM inbox i WHERE i.chat = chat_leases.chat AND i.state IN ('waiting', 'later'))
