-- The ledger: what happened, for ever. Rows are added and never changed, not even by the role that owns the tables.
--
-- Payload and metadata are text, never jsonb, which rewrites what it is given: a hash over the stored bytes has one
-- meaning. Times are milliseconds since 1970-01-01T00:00:00Z.

CREATE SCHEMA IF NOT EXISTS ledger;

COMMENT ON SCHEMA ledger IS 'Append-only: what happened, and which ledger this is.';

CREATE FUNCTION ledger.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS
$$
BEGIN
    RAISE EXCEPTION '% on %.% is refused: the ledger is append-only', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END;
$$;

COMMENT ON FUNCTION ledger.refuse_change() IS 'Fails whatever statement it is a trigger of.';


CREATE TABLE ledger.event
(
    global_index   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id       text   NOT NULL UNIQUE,
    aggregate_type text,
    aggregate_id   text   NOT NULL,
    sequence       bigint NOT NULL CHECK (sequence >= 0),
    recorded_at    bigint NOT NULL,
    name           text   NOT NULL CHECK (name ~ '^[a-z][a-z0-9]*\.[A-Za-z][A-Za-z0-9]*$'),
    revision       text   NOT NULL CHECK (revision ~ '^[1-9][0-9]*$'),
    payload        text   NOT NULL CHECK (payload IS JSON OBJECT),
    metadata       text   NOT NULL CHECK (metadata IS JSON OBJECT),
    UNIQUE (aggregate_id, sequence)
);

COMMENT ON TABLE ledger.event IS 'One row for each thing that happened, in the order in which it was written.';
COMMENT ON COLUMN ledger.event.global_index IS 'Position among all events. It has gaps, and a lower one can become visible after a higher one: never take it as dense.';
COMMENT ON COLUMN ledger.event.event_id IS 'The event''s own id; unique.';
COMMENT ON COLUMN ledger.event.aggregate_type IS 'Of what kind the thing is that it happened to; null if it happened to nothing in particular.';
COMMENT ON COLUMN ledger.event.aggregate_id IS 'To what it happened: the id of one engagement, surgery or claim; the event''s own id if to nothing in particular.';
COMMENT ON COLUMN ledger.event.sequence IS 'Position among the events of the same aggregate: 0, 1, 2, without gaps. A number that is taken is how a lost race is found.';
COMMENT ON COLUMN ledger.event.recorded_at IS 'When it was written, in milliseconds since 1970-01-01T00:00:00Z; when it happened in the world is in the metadata and the payload.';
COMMENT ON COLUMN ledger.event.name IS 'Its logical name, such as engagement.Submitted; never the name of a class.';
COMMENT ON COLUMN ledger.event.revision IS 'The revision of the payload''s shape under this name: 1, 2, 3.';
COMMENT ON COLUMN ledger.event.payload IS 'What happened, as JSON; personal values are sealed. These bytes never change.';
COMMENT ON COLUMN ledger.event.metadata IS 'Who, when and why, as one flat JSON object of strings: ids and codes only. These bytes never change.';

-- Reading from a time on, and the latest time. All other reading goes by the three unique keys.
CREATE INDEX event_recorded_at ON ledger.event (recorded_at, global_index);

-- Whose an engagement is, and what in it was recorded in error, without reading the whole of a long case.
CREATE INDEX event_standing ON ledger.event (aggregate_id, sequence)
    WHERE name IN ('engagement.Submitted', 'engagement.RepresentationTransferred', 'engagement.RecordedInError');

CREATE TRIGGER event_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.event
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER event_is_append_only;


CREATE TABLE ledger.identity
(
    only_one   boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    ledger_id  uuid    NOT NULL,
    demo       boolean NOT NULL,
    created_at bigint  NOT NULL
);

COMMENT ON TABLE ledger.identity IS 'Which ledger this is: one row, written when it was made.';
COMMENT ON COLUMN ledger.identity.only_one IS 'Always true, so that there can''t be a second row.';
COMMENT ON COLUMN ledger.identity.ledger_id IS 'The ledger''s own id.';
COMMENT ON COLUMN ledger.identity.demo IS 'Whether it was made for demonstration, where the clock can be moved; for ever.';
COMMENT ON COLUMN ledger.identity.created_at IS 'When it was made, in milliseconds since 1970-01-01T00:00:00Z.';

CREATE TRIGGER identity_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.identity
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.identity ENABLE ALWAYS TRIGGER identity_is_append_only;


CREATE TABLE ledger.demo_clock
(
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    moved_at  bigint NOT NULL,
    offset_ms bigint NOT NULL
);

COMMENT ON TABLE ledger.demo_clock IS 'How a demo ledger''s clock was moved; empty in any other. The last row holds.';
COMMENT ON COLUMN ledger.demo_clock.id IS 'Position among the moves.';
COMMENT ON COLUMN ledger.demo_clock.moved_at IS 'When it was moved by the true clock, in milliseconds since 1970-01-01T00:00:00Z.';
COMMENT ON COLUMN ledger.demo_clock.offset_ms IS 'How far the demo''s clock is ahead of the true one from then on, in milliseconds.';

CREATE TRIGGER demo_clock_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.demo_clock
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.demo_clock ENABLE ALWAYS TRIGGER demo_clock_is_append_only;


CREATE VIEW ledger.history AS
SELECT global_index,
       aggregate_type,
       aggregate_id,
       sequence,
       name,
       revision,
       to_timestamp(recorded_at / 1000.0)                              AS recorded_at,
       to_timestamp(recorded_at / 1000.0) AT TIME ZONE 'Europe/London' AS recorded_in_london,
       metadata::jsonb ->> 'occurredAt'                                AS occurred_at,
       metadata::jsonb ->> 'actor'                                     AS actor,
       metadata::jsonb ->> 'role'                                      AS role,
       metadata::jsonb ->> 'reason'                                    AS reason,
       payload::jsonb                                                  AS payload,
       metadata::jsonb                                                 AS metadata,
       event_id
FROM ledger.event;

COMMENT ON VIEW ledger.history IS 'The events for people who read SQL: times as times, payload and metadata as jsonb. For a proof read ledger.event itself.';
COMMENT ON COLUMN ledger.history.recorded_at IS 'When it was written.';
COMMENT ON COLUMN ledger.history.recorded_in_london IS 'The same by the clocks of the courts.';
COMMENT ON COLUMN ledger.history.occurred_at IS 'When it happened in the world, as the metadata says it; null if that is when it was written.';
COMMENT ON COLUMN ledger.history.actor IS 'The login of whoever did it.';
COMMENT ON COLUMN ledger.history.role IS 'In which role they did it.';
COMMENT ON COLUMN ledger.history.reason IS 'Why, as a stable code; null if there is none.';
COMMENT ON COLUMN ledger.history.payload IS 'What happened; personal values are sealed.';


-- The service may read and add. The identity columns number by themselves, so it needs no right on their sequences.
GRANT USAGE ON SCHEMA ledger TO ${service_role};
GRANT SELECT, INSERT ON ledger.event, ledger.identity, ledger.demo_clock TO ${service_role};
GRANT SELECT ON ledger.history TO ${service_role};
