-- What has waited for triage for too long, to be found by it.

ALTER TABLE query.engagement ADD COLUMN escalated boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN query.engagement.escalated IS 'Whether something waits for triage, and has for too long.';

-- Few at a time: whoever looks for them wants what matters first.
CREATE INDEX ON query.engagement (side, deadline, engagement_id) WHERE escalated;
