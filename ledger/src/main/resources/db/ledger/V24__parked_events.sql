-- What a policy fails on again and again is parked, so that it goes on with everything else.

CREATE TABLE working.parked_event
(
    policy       text        NOT NULL REFERENCES working.policy (name),
    aggregate_id text        NOT NULL,
    position     bigint      NOT NULL CHECK (position > 0),
    parked_at    timestamptz NOT NULL,
    failure      text,
    retry        boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (policy, aggregate_id, position),
    CHECK (failure IS NOT NULL OR NOT retry)
);

COMMENT ON TABLE working.parked_event IS 'What policies have still to act on, in the order of its aggregate: an event that a policy failed on, and those of the same aggregate that came after it. Nothing of their content is here.';
COMMENT ON COLUMN working.parked_event.policy IS 'The policy''s name.';
COMMENT ON COLUMN working.parked_event.aggregate_id IS 'What the event happened to.';
COMMENT ON COLUMN working.parked_event.position IS 'The event''s position in the feed.';
COMMENT ON COLUMN working.parked_event.parked_at IS 'When it was parked, by the ledger''s clock.';
COMMENT ON COLUMN working.parked_event.failure IS 'What kind of failure it was, without its message; null of one that only waits for those before it.';
COMMENT ON COLUMN working.parked_event.retry IS 'Whether an operator wants it tried again.';

GRANT SELECT, INSERT, UPDATE, DELETE ON working.parked_event TO ${service_role};
