-- The schedule: the courts' surgery sessions, and which engagement has had which slot of them.

CREATE TABLE query.session
(
    side          smallint NOT NULL,
    surgery       text     NOT NULL,
    version       bigint   NOT NULL,
    court         text     NOT NULL,
    session_start bigint   NOT NULL,
    session_end   bigint   NOT NULL,
    slot_minutes  integer  NOT NULL,
    lead          text,
    PRIMARY KEY (side, surgery)
) PARTITION BY LIST (side);

CREATE TABLE query.session_0 PARTITION OF query.session FOR VALUES IN (0);
CREATE TABLE query.session_1 PARTITION OF query.session FOR VALUES IN (1);

COMMENT ON TABLE query.session IS 'One row for each surgery session of a court.';
COMMENT ON COLUMN query.session.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.session.surgery IS 'The surgery''s id.';
COMMENT ON COLUMN query.session.version IS 'The sequence number of the surgery''s last event.';
COMMENT ON COLUMN query.session.court IS 'The court''s OU code.';
COMMENT ON COLUMN query.session.session_start IS 'When it starts, in milliseconds since 1970-01-01T00:00:00Z.';
COMMENT ON COLUMN query.session.session_end IS 'When it ends, likewise.';
COMMENT ON COLUMN query.session.slot_minutes IS 'How long each of its slots is.';
COMMENT ON COLUMN query.session.lead IS 'The login of the prosecutor who leads it; null if it isn''t known.';

CREATE INDEX ON query.session (side, session_start, surgery);
CREATE INDEX ON query.session (side, court, session_start, surgery);
CREATE INDEX ON query.session (side, lead, session_start, surgery);

CREATE TABLE query.agenda
(
    side          smallint NOT NULL,
    engagement_id text     NOT NULL,
    version       bigint   NOT NULL,
    urn           text     NOT NULL,
    stage         text     NOT NULL,
    hearing_date  date     NOT NULL,
    short_notice  boolean  NOT NULL,
    topics        text     NOT NULL,
    waiting       text     NOT NULL,
    state         text     NOT NULL,
    PRIMARY KEY (side, engagement_id)
) PARTITION BY LIST (side);

CREATE TABLE query.agenda_0 PARTITION OF query.agenda FOR VALUES IN (0);
CREATE TABLE query.agenda_1 PARTITION OF query.agenda FOR VALUES IN (1);

COMMENT ON TABLE query.agenda IS 'What is to be said of each engagement in whatever slot it has; nothing personal.';
COMMENT ON COLUMN query.agenda.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.agenda.version IS 'The sequence number of its last event.';
COMMENT ON COLUMN query.agenda.hearing_date IS 'The day of the hearing that it prepares.';
COMMENT ON COLUMN query.agenda.short_notice IS 'Whether the request came at short notice.';
COMMENT ON COLUMN query.agenda.topics IS 'Its issues with their categories, as I1:WITNESSES, with spaces between them.';
COMMENT ON COLUMN query.agenda.waiting IS 'The ids of the issues that wait for a meeting, with spaces between them.';
COMMENT ON COLUMN query.agenda.state IS 'What the next event is added to, as JSON.';

CREATE TABLE query.booking
(
    side          smallint NOT NULL,
    engagement_id text     NOT NULL,
    sequence      bigint   NOT NULL,
    firm          text,
    surgery       text     NOT NULL,
    slot_start    bigint   NOT NULL,
    slot_end      bigint   NOT NULL,
    booked_at     bigint   NOT NULL,
    status        text     NOT NULL,
    reason        text,
    ended_by      bigint,
    issues        text,
    PRIMARY KEY (side, engagement_id, sequence)
) PARTITION BY LIST (side);

CREATE TABLE query.booking_0 PARTITION OF query.booking FOR VALUES IN (0);
CREATE TABLE query.booking_1 PARTITION OF query.booking FOR VALUES IN (1);

COMMENT ON TABLE query.booking IS 'One row for each slot that an engagement has or had. It is as new as the engagement''s row in query.agenda.';
COMMENT ON COLUMN query.booking.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.booking.sequence IS 'The engagement''s event by which it was booked.';
COMMENT ON COLUMN query.booking.firm IS 'The firm that represents the defence now; null for a litigant in person.';
COMMENT ON COLUMN query.booking.surgery IS 'Of which surgery the slot is.';
COMMENT ON COLUMN query.booking.slot_start IS 'When it starts, in milliseconds since 1970-01-01T00:00:00Z.';
COMMENT ON COLUMN query.booking.slot_end IS 'When it ends, likewise.';
COMMENT ON COLUMN query.booking.booked_at IS 'When the booking was written, likewise.';
COMMENT ON COLUMN query.booking.status IS 'BOOKED until something else is recorded of it; HELD, MISSED or RELEASED.';
COMMENT ON COLUMN query.booking.reason IS 'Why it was released.';
COMMENT ON COLUMN query.booking.ended_by IS 'The engagement''s event by which it was held, missed or released.';
COMMENT ON COLUMN query.booking.issues IS 'The ids of the issues that waited for a meeting until then, with spaces between them.';

CREATE INDEX ON query.booking (side, surgery, slot_start) WHERE status <> 'RELEASED';
CREATE INDEX ON query.booking (side, firm, slot_start) WHERE status <> 'RELEASED';

GRANT SELECT, INSERT, UPDATE, DELETE ON query.session, query.agenda, query.booking TO ${service_role};
GRANT TRUNCATE ON query.session_0, query.session_1, query.agenda_0, query.agenda_1, query.booking_0, query.booking_1
    TO ${service_role};
