-- Telegram's number of the chat in which an update happened (0: in none, or it is not known): a chat's keep their order.
ALTER TABLE inbox ADD COLUMN chat BIGINT NOT NULL DEFAULT 0;
CREATE INDEX inbox_chats ON inbox (chat, place) WHERE state IN ('waiting', 'later');

-- Which process handles a chat's updates now, and until when it may be silent, by the server's clock.
-- Unlogged: after a crash of the server nobody lives who could hold anything.
CREATE UNLOGGED TABLE chat_leases (
    chat BIGINT PRIMARY KEY,
    holder BIGINT NOT NULL,                       -- the number of the process's life
    until TIMESTAMPTZ NOT NULL
);
