-- The pilot's evaluation: one row for each thing that counts, so that a figure is a count of rows and can be opened.

CREATE TABLE query.evaluated
(
    side          smallint NOT NULL,
    engagement_id text     NOT NULL,
    version       bigint   NOT NULL,
    court         text     NOT NULL,
    stage         text     NOT NULL,
    in_person     boolean  NOT NULL,
    firm          text,
    submitted_at  bigint   NOT NULL,
    hearing_date  date     NOT NULL,
    sheet         text     NOT NULL,
    PRIMARY KEY (side, engagement_id)
) PARTITION BY LIST (side);

CREATE TABLE query.evaluated_0 PARTITION OF query.evaluated FOR VALUES IN (0);
CREATE TABLE query.evaluated_1 PARTITION OF query.evaluated FOR VALUES IN (1);

COMMENT ON TABLE query.evaluated IS 'One row for each engagement as it stands; nothing personal.';
COMMENT ON COLUMN query.evaluated.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.evaluated.version IS 'The sequence number of its last event.';
COMMENT ON COLUMN query.evaluated.court IS 'The court''s OU code.';
COMMENT ON COLUMN query.evaluated.stage IS 'PRE_FIRST_HEARING or PRE_TRIAL.';
COMMENT ON COLUMN query.evaluated.in_person IS 'Whether the defence is a litigant in person now.';
COMMENT ON COLUMN query.evaluated.firm IS 'The defence firm that has the case now; null for a litigant in person. Says whose a case is, and is never counted by.';
COMMENT ON COLUMN query.evaluated.submitted_at IS 'When the request was received, in milliseconds since 1970-01-01T00:00:00Z.';
COMMENT ON COLUMN query.evaluated.hearing_date IS 'The day of the hearing as it is listed now.';
COMMENT ON COLUMN query.evaluated.sheet IS 'What the next event is added to, as JSON.';

CREATE TABLE query.evaluated_fact
(
    side           smallint NOT NULL,
    engagement_id  text     NOT NULL,
    sequence       bigint   NOT NULL,
    ordinal        int      NOT NULL,
    kind           text     NOT NULL,
    first          boolean  NOT NULL,
    detail         text,
    part           text,
    at             bigint   NOT NULL,
    day            date     NOT NULL,
    recorded_day   date     NOT NULL,
    court          text     NOT NULL,
    stage          text     NOT NULL,
    submitted_at   bigint   NOT NULL,
    slot_start     bigint,
    other_sequence bigint,
    notice         int,
    how            text,
    PRIMARY KEY (side, engagement_id, sequence, ordinal)
) PARTITION BY LIST (side);

CREATE TABLE query.evaluated_fact_0 PARTITION OF query.evaluated_fact FOR VALUES IN (0);
CREATE TABLE query.evaluated_fact_1 PARTITION OF query.evaluated_fact FOR VALUES IN (1);

COMMENT ON TABLE query.evaluated_fact IS 'One row for each thing that counts, of the events that stand: what was recorded in error isn''t here.';
COMMENT ON COLUMN query.evaluated_fact.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.evaluated_fact.sequence IS 'The engagement''s event by which it counts.';
COMMENT ON COLUMN query.evaluated_fact.ordinal IS 'Which of the things that count by this event, from 0.';
COMMENT ON COLUMN query.evaluated_fact.kind IS 'What counts, such as REQUEST or PLEA_OFFERED.';
COMMENT ON COLUMN query.evaluated_fact.first IS 'Whether it is the engagement''s first of this kind.';
COMMENT ON COLUMN query.evaluated_fact.detail IS 'Of what sort: a code or an id that depends on the kind; null if the kind has none.';
COMMENT ON COLUMN query.evaluated_fact.part IS 'Which part of the engagement, such as I1, D1 or P1, or the hearing''s day; null if the kind has none.';
COMMENT ON COLUMN query.evaluated_fact.at IS 'When it happened in the world, in milliseconds since 1970-01-01T00:00:00Z.';
COMMENT ON COLUMN query.evaluated_fact.day IS 'The day in London on which it counts: that on which it happened; for the end of a hearing the hearing''s, unless it came about before.';
COMMENT ON COLUMN query.evaluated_fact.recorded_day IS 'The day in London on which the event was recorded.';
COMMENT ON COLUMN query.evaluated_fact.court IS 'The engagement''s court, which never changes.';
COMMENT ON COLUMN query.evaluated_fact.stage IS 'The engagement''s stage, likewise.';
COMMENT ON COLUMN query.evaluated_fact.submitted_at IS 'When the request was received, in milliseconds likewise; never changes either.';
COMMENT ON COLUMN query.evaluated_fact.slot_start IS 'When the slot begins that was booked, released or used, in milliseconds likewise; null for other kinds.';
COMMENT ON COLUMN query.evaluated_fact.other_sequence IS 'For a contradiction the engagement''s event that contradicts; null if there is none.';
COMMENT ON COLUMN query.evaluated_fact.notice IS 'For a request, a plea that was agreed, an issue that was settled and all being resolved the calendar days from that day to the hearing as it was listed then; null for other kinds.';
COMMENT ON COLUMN query.evaluated_fact.how IS 'For a resolved issue ANSWERED, OUT_OF_SCOPE or AGREED, for a request before a trial WITH_NOTICE or SHORT_NOTICE; null for others.';

CREATE INDEX ON query.evaluated_fact (side, kind, day);
CREATE INDEX ON query.evaluated_fact (side, court, kind, day);
-- Which engagements are evidence of an action of the strategy, as of a day: from the index alone.
CREATE INDEX ON query.evaluated_fact (side, kind, detail, recorded_day, engagement_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON query.evaluated, query.evaluated_fact TO ${service_role};
GRANT TRUNCATE ON query.evaluated_0, query.evaluated_1, query.evaluated_fact_0, query.evaluated_fact_1 TO ${service_role};
