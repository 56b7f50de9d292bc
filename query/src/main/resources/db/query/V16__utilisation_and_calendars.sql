-- How sessions were used: all bookings of a session, the released ones too.
CREATE INDEX ON query.booking (side, surgery);

-- Calendar feeds: which were opened, and which address leads to which.

CREATE TABLE query.calendar
(
    side        smallint NOT NULL,
    calendar_id text     NOT NULL,
    version     bigint   NOT NULL,
    kind        text     NOT NULL,
    subject     text     NOT NULL,
    owner       text     NOT NULL,
    owner_role  text     NOT NULL,
    owner_firm  text,
    hash        text     NOT NULL,
    opened_at   bigint   NOT NULL,
    revoked_at  bigint,
    PRIMARY KEY (side, calendar_id)
) PARTITION BY LIST (side);

CREATE TABLE query.calendar_0 PARTITION OF query.calendar FOR VALUES IN (0);
CREATE TABLE query.calendar_1 PARTITION OF query.calendar FOR VALUES IN (1);

COMMENT ON TABLE query.calendar IS 'One row for each calendar that was opened.';
COMMENT ON COLUMN query.calendar.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.calendar.version IS 'The sequence number of its last event.';
COMMENT ON COLUMN query.calendar.kind IS 'COURT, LEAD or FIRM.';
COMMENT ON COLUMN query.calendar.subject IS 'Which one: a court''s OU code, a lead''s login, a firm''s id.';
COMMENT ON COLUMN query.calendar.owner IS 'The account that opened it.';
COMMENT ON COLUMN query.calendar.owner_role IS 'In which role: what it shows is for that role.';
COMMENT ON COLUMN query.calendar.owner_firm IS 'For which defence firm; null for everybody but the defence.';
COMMENT ON COLUMN query.calendar.hash IS 'SHA-256 of the secret in its address, in hexadecimal; the secret itself is kept nowhere.';
COMMENT ON COLUMN query.calendar.opened_at IS 'When it was opened, in milliseconds since 1970-01-01T00:00:00Z.';
COMMENT ON COLUMN query.calendar.revoked_at IS 'When its address was revoked, likewise; null as long as it holds.';

CREATE INDEX ON query.calendar (side, hash);
CREATE INDEX ON query.calendar (side, opened_at, calendar_id);
CREATE INDEX ON query.calendar (side, owner, opened_at, calendar_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON query.calendar TO ${service_role};
GRANT TRUNCATE ON query.calendar_0, query.calendar_1 TO ${service_role};
