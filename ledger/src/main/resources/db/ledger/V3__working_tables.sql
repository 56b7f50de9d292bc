-- What may be rewritten: it can be computed again from the ledger, and nothing in it is evidence.

CREATE SCHEMA IF NOT EXISTS working;

COMMENT ON SCHEMA working IS 'What the service keeps to be fast; all of it can be thrown away and made again from the ledger.';

CREATE TABLE working.snapshot
(
    aggregate_id   text   PRIMARY KEY,
    aggregate_type text   NOT NULL,
    sequence       bigint NOT NULL,
    event_id       text   NOT NULL,
    recorded_at    bigint NOT NULL,
    name           text   NOT NULL CHECK (name ~ '^[a-z][a-z0-9]*\.[A-Za-z][A-Za-z0-9]*$'),
    revision       text   NOT NULL,
    payload        text   NOT NULL,
    metadata       text   NOT NULL
);

COMMENT ON TABLE working.snapshot IS 'An aggregate''s state after one of its events, so that the earlier ones needn''t be read again; nothing personal.';
COMMENT ON COLUMN working.snapshot.aggregate_id IS 'Whose state it is; only the latest is kept.';
COMMENT ON COLUMN working.snapshot.aggregate_type IS 'Of what kind the aggregate is.';
COMMENT ON COLUMN working.snapshot.sequence IS 'The sequence number of the last event that is in it.';
COMMENT ON COLUMN working.snapshot.event_id IS 'The snapshot''s own id.';
COMMENT ON COLUMN working.snapshot.recorded_at IS 'When it was made, in milliseconds since 1970-01-01T00:00:00Z.';
COMMENT ON COLUMN working.snapshot.name IS 'Its logical name, such as engagement.Snapshot; never the name of a class.';
COMMENT ON COLUMN working.snapshot.revision IS 'The revision of its shape; one of another revision than the service''s own is ignored.';
COMMENT ON COLUMN working.snapshot.payload IS 'The state, as JSON.';
COMMENT ON COLUMN working.snapshot.metadata IS 'A flat JSON object of strings, mostly empty.';

CREATE TABLE working.token
(
    processor  text    NOT NULL,
    segment    integer NOT NULL,
    token      text,
    token_type text,
    claimed_at text,
    owner      text,
    PRIMARY KEY (processor, segment)
);

COMMENT ON TABLE working.token IS 'How far each event processor has read, and which instance of the service is at it.';
COMMENT ON COLUMN working.token.processor IS 'The processor''s name.';
COMMENT ON COLUMN working.token.segment IS 'Its share of the work, if there are several.';
COMMENT ON COLUMN working.token.token IS 'The position, as JSON; null before the first event.';
COMMENT ON COLUMN working.token.token_type IS 'Which kind of position it is.';
COMMENT ON COLUMN working.token.claimed_at IS 'When the instance last said that it is still at it, as ISO 8601 in UTC.';
COMMENT ON COLUMN working.token.owner IS 'The instance; null if none.';

GRANT USAGE ON SCHEMA working TO ${service_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON working.snapshot, working.token TO ${service_role};
