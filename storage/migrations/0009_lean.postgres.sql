-- A version that says what one statement says points at it, and is a line of the audit log itself: it is only added to.
ALTER TABLE report_versions ADD COLUMN noted_at BIGINT;
UPDATE report_versions v SET values_json = '', cumulative_json = ''
WHERE EXISTS (SELECT 1 FROM statements s WHERE s.id = v.statement_id AND s.values_json = v.values_json
                         AND s.cumulative_json = v.cumulative_json);
CREATE FUNCTION versions_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM audit_door) THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'versions are only added to';
END $$;
CREATE TRIGGER versions_not_changed
BEFORE DELETE OR UPDATE OF day, unit_id, version, values_json, cumulative_json, zero, said_at, person_id, statement_id, reason, noted_at ON report_versions FOR EACH ROW EXECUTE FUNCTION versions_only_added_to();
CREATE TRIGGER versions_not_emptied BEFORE TRUNCATE ON report_versions FOR EACH STATEMENT EXECUTE FUNCTION versions_only_added_to();

-- A day that has its cycle although the town's calendar takes it out.
ALTER TABLE days ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;

-- What a message was sent back for is looked up when somebody replies to it.
CREATE INDEX task_feedback_message ON task_feedback (chat_id, message_id);
CREATE INDEX evidence_message ON evidence (chat_id, message_id);
CREATE INDEX evidence_album ON evidence (chat_id, album);
