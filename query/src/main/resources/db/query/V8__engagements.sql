-- Engagements: one row for each, to find them by, and what is to be shown of each.

CREATE TABLE query.engagement
(
    side               smallint NOT NULL,
    engagement_id      text     NOT NULL,
    version            bigint   NOT NULL,
    updated_at         bigint   NOT NULL,
    received_at        bigint   NOT NULL,
    urn                text     NOT NULL,
    court              text     NOT NULL,
    stage              text     NOT NULL,
    status             text     NOT NULL,
    firm               text,
    hearing_date       date     NOT NULL,
    short_notice       boolean  NOT NULL,
    custody            boolean  NOT NULL,
    custody_time_limit date,
    urgency            text     NOT NULL,
    deadline           date,
    surgery            text,
    slot_start         bigint,
    needs              text     NOT NULL,
    sheet              text     NOT NULL,
    PRIMARY KEY (side, engagement_id)
) PARTITION BY LIST (side);

CREATE TABLE query.engagement_0 PARTITION OF query.engagement FOR VALUES IN (0);
CREATE TABLE query.engagement_1 PARTITION OF query.engagement FOR VALUES IN (1);

COMMENT ON TABLE query.engagement IS 'One row for each engagement; nothing personal.';
COMMENT ON COLUMN query.engagement.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.engagement.version IS 'The sequence number of its last event.';
COMMENT ON COLUMN query.engagement.updated_at IS 'When that was written, in milliseconds since 1970-01-01T00:00:00Z.';
COMMENT ON COLUMN query.engagement.received_at IS 'When the request was received, likewise.';
COMMENT ON COLUMN query.engagement.status IS 'IN_TRIAGE, PUT_FORWARD, BOOKED, RESOLVED or CLOSED.';
COMMENT ON COLUMN query.engagement.firm IS 'The defence firm; null for a litigant in person.';
COMMENT ON COLUMN query.engagement.custody IS 'Whether a defendant is in custody.';
COMMENT ON COLUMN query.engagement.custody_time_limit IS 'The earliest custody time limit of a defendant in custody.';
COMMENT ON COLUMN query.engagement.urgency IS 'CUSTODY, SHORT_NOTICE or ROUTINE, the first that is so.';
COMMENT ON COLUMN query.engagement.deadline IS 'The hearing''s day, or the custody time limit if that is earlier; null once it is closed.';
COMMENT ON COLUMN query.engagement.slot_start IS 'When the slot begins that it has, in milliseconds likewise.';
COMMENT ON COLUMN query.engagement.needs IS 'What its defendants need, as codes with spaces between them.';
COMMENT ON COLUMN query.engagement.sheet IS 'What the next event is added to, as JSON.';

CREATE INDEX ON query.engagement (side, received_at, engagement_id);
CREATE INDEX ON query.engagement (side, court, received_at, engagement_id);
CREATE INDEX ON query.engagement (side, firm, received_at, engagement_id);
CREATE INDEX ON query.engagement (side, status, received_at, engagement_id);
CREATE INDEX ON query.engagement (side, stage, received_at, engagement_id);
CREATE INDEX ON query.engagement (side, urgency, received_at, engagement_id);
CREATE INDEX ON query.engagement (side, hearing_date, received_at, engagement_id);
CREATE INDEX ON query.engagement (side, hearing_date, engagement_id);
CREATE INDEX ON query.engagement (side, urn);
CREATE INDEX ON query.engagement (side, deadline, engagement_id) WHERE deadline IS NOT NULL;
CREATE INDEX ON query.engagement (side, court, deadline, engagement_id) WHERE deadline IS NOT NULL;

CREATE TABLE query.engagement_fact
(
    side          smallint NOT NULL,
    engagement_id text     NOT NULL,
    kind          text     NOT NULL,
    part          text     NOT NULL,
    sequence      bigint   NOT NULL,
    struck        boolean  NOT NULL,
    body          text     NOT NULL,
    PRIMARY KEY (side, engagement_id, kind, part, sequence)
) PARTITION BY LIST (side);

CREATE TABLE query.engagement_fact_0 PARTITION OF query.engagement_fact FOR VALUES IN (0);
CREATE TABLE query.engagement_fact_1 PARTITION OF query.engagement_fact FOR VALUES IN (1);

COMMENT ON TABLE query.engagement_fact IS 'What each event said of a part of an engagement. The latest that isn''t struck holds.';
COMMENT ON COLUMN query.engagement_fact.kind IS 'What kind of part, such as issue or finding.';
COMMENT ON COLUMN query.engagement_fact.part IS 'Which one, such as I1.';
COMMENT ON COLUMN query.engagement_fact.sequence IS 'The event that says so.';
COMMENT ON COLUMN query.engagement_fact.struck IS 'Whether that event was recorded in error.';
COMMENT ON COLUMN query.engagement_fact.body IS 'What it says, as JSON; personal values are sealed.';

CREATE INDEX ON query.engagement_fact (side, engagement_id, sequence);

GRANT SELECT, INSERT, UPDATE, DELETE ON query.engagement, query.engagement_fact TO ${service_role};
GRANT TRUNCATE ON query.engagement_0, query.engagement_1, query.engagement_fact_0, query.engagement_fact_1 TO ${service_role};
