-- A session can change: who attends it, where it is joined, when it is held, what of it is blocked.

ALTER TABLE query.session ADD COLUMN state text;

COMMENT ON COLUMN query.session.state IS 'What the next event is added to, and people, link and blocked slots are read from, as JSON; what is personal is sealed. Null on a side that an earlier revision made.';

CREATE TABLE query.programme
(
    side      smallint NOT NULL,
    programme text     NOT NULL,
    version   bigint   NOT NULL,
    court     text     NOT NULL,
    state     text     NOT NULL,
    PRIMARY KEY (side, programme)
) PARTITION BY LIST (side);

CREATE TABLE query.programme_0 PARTITION OF query.programme FOR VALUES IN (0);
CREATE TABLE query.programme_1 PARTITION OF query.programme FOR VALUES IN (1);

COMMENT ON TABLE query.programme IS 'One row for each court that has a programme.';
COMMENT ON COLUMN query.programme.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.programme.programme IS 'The programme''s id.';
COMMENT ON COLUMN query.programme.version IS 'The sequence number of its last event.';
COMMENT ON COLUMN query.programme.court IS 'The court''s OU code.';
COMMENT ON COLUMN query.programme.state IS 'What it says, and the next event is added to, as JSON; what is personal is sealed.';

GRANT SELECT, INSERT, UPDATE, DELETE ON query.programme TO ${service_role};
GRANT TRUNCATE ON query.programme_0, query.programme_1 TO ${service_role};
