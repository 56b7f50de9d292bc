-- With Axon Server as the event store ledger.event is a mirror of it: whatever reads goes on reading there.

CREATE TABLE working.mirror
(
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    context  text    NOT NULL,
    token    bigint  NOT NULL CHECK (token >= -1),
    event_id text,
    CHECK ((token = -1) = (event_id IS NULL))
);

COMMENT ON TABLE working.mirror IS 'How far Axon Server has been mirrored into ledger.event; empty if the ledger''s events are written there first.';
COMMENT ON COLUMN working.mirror.only_one IS 'Always true, so that there can''t be a second row.';
COMMENT ON COLUMN working.mirror.context IS 'Axon Server''s context that is mirrored.';
COMMENT ON COLUMN working.mirror.token IS 'Axon Server''s position of the last event that was mirrored; -1 before the first.';
COMMENT ON COLUMN working.mirror.event_id IS 'The id of that event, by which an Axon Server with another history is told.';

GRANT SELECT, INSERT, UPDATE ON working.mirror TO ${service_role};
