-- A firm's feed: the events of the engagements that it represents now, in the feed's order.

ALTER TABLE query.case_event ADD COLUMN position bigint;
ALTER TABLE query.case_event ADD COLUMN firm text;

COMMENT ON COLUMN query.case_event.position IS 'Its place in the feed; null only in rows that an earlier revision made.';
COMMENT ON COLUMN query.case_event.firm IS 'The defence firm that has the case now, whoever had it then; null for a litigant in person.';

-- What a firm's page costs depends on what is on it, not on how much others have written.
CREATE INDEX ON query.case_event (side, firm, position) WHERE firm IS NOT NULL;
