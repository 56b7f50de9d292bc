-- Who read what, and when. Rows are added and never changed, not even by the role that owns the tables. They hold ids and
-- codes only.

CREATE TABLE ledger.access
(
    id        bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    read_at   bigint  NOT NULL,
    actor     text    NOT NULL,
    role      text    NOT NULL,
    firm      text,
    what      text    NOT NULL CHECK (what ~ '^[A-Z][A-Z_]*$'),
    asked_for text    CHECK (asked_for ~ '^[A-Za-z0-9-]{1,100}$'),
    shown     integer NOT NULL CHECK (shown >= 0)
);

COMMENT ON TABLE ledger.access IS 'One row for each time that somebody asked to read something, written before it was shown to them.';
COMMENT ON COLUMN ledger.access.id IS 'Tells it from all others. Not dense: whoever isn''t recorded is shown nothing.';
COMMENT ON COLUMN ledger.access.read_at IS 'When, in milliseconds since 1970-01-01T00:00:00Z.';
COMMENT ON COLUMN ledger.access.actor IS 'The account that asked.';
COMMENT ON COLUMN ledger.access.role IS 'In which role.';
COMMENT ON COLUMN ledger.access.firm IS 'For which defence firm; null for everybody but the defence.';
COMMENT ON COLUMN ledger.access.what IS 'What kind of thing was asked for, as a code.';
COMMENT ON COLUMN ledger.access.asked_for IS 'Which one, if one was named by an id of the ledger''s own form; whether there is such a one, and whether it was shown, is another question.';
COMMENT ON COLUMN ledger.access.shown IS 'How many entries were shown; 0 if there was nothing that the reader may see.';

CREATE TABLE ledger.access_engagement
(
    access_id     bigint NOT NULL,
    engagement_id text   NOT NULL,
    read_at       bigint NOT NULL,
    PRIMARY KEY (access_id, engagement_id)
);

COMMENT ON TABLE ledger.access_engagement IS 'Of which engagements something was shown. Written by the statement that writes the access.';
COMMENT ON COLUMN ledger.access_engagement.access_id IS 'By which access.';
COMMENT ON COLUMN ledger.access_engagement.engagement_id IS 'Of which engagement.';
COMMENT ON COLUMN ledger.access_engagement.read_at IS 'When, as the access says.';

-- The log is read from the newest on: the whole, or one account's, role's, firm's, kind's, thing's, what was asked for
-- in vain, and an engagement's.
CREATE INDEX access_read_at ON ledger.access (read_at, id);
CREATE INDEX access_actor ON ledger.access (actor, read_at, id);
CREATE INDEX access_role ON ledger.access (role, read_at, id);
CREATE INDEX access_firm ON ledger.access (firm, read_at, id) WHERE firm IS NOT NULL;
CREATE INDEX access_what ON ledger.access (what, read_at, id);
CREATE INDEX access_asked_for ON ledger.access (asked_for, read_at, id) WHERE asked_for IS NOT NULL;
CREATE INDEX access_in_vain ON ledger.access (read_at, id) WHERE shown = 0;
CREATE INDEX access_engagement_read_at ON ledger.access_engagement (engagement_id, read_at, access_id);

CREATE TRIGGER access_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.access
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.access ENABLE ALWAYS TRIGGER access_is_append_only;

CREATE TRIGGER access_engagement_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.access_engagement
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.access_engagement ENABLE ALWAYS TRIGGER access_engagement_is_append_only;

GRANT SELECT, INSERT ON ledger.access, ledger.access_engagement TO ${service_role};
