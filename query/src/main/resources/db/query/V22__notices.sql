-- What the coordinator was told, and what became of it.

CREATE TABLE query.notice
(
    side           smallint NOT NULL,
    correspondence text     NOT NULL,
    letter         integer  NOT NULL,
    version        bigint   NOT NULL,
    kind           text     NOT NULL,
    engagement_id  text,
    surgery        text,
    prepared_at    bigint   NOT NULL,
    recipient      text     NOT NULL,
    state          text     NOT NULL,
    attempts       integer  NOT NULL,
    posted_at      bigint,
    why            text,
    PRIMARY KEY (side, correspondence, letter)
) PARTITION BY LIST (side);

CREATE TABLE query.notice_0 PARTITION OF query.notice FOR VALUES IN (0);
CREATE TABLE query.notice_1 PARTITION OF query.notice FOR VALUES IN (1);

COMMENT ON TABLE query.notice IS 'One row for each notice to the coordinator; ids and codes only.';
COMMENT ON COLUMN query.notice.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.notice.correspondence IS 'In which correspondence it was written.';
COMMENT ON COLUMN query.notice.letter IS 'Which of its letters it is.';
COMMENT ON COLUMN query.notice.version IS 'The sequence number of the correspondence''s last event that is about it.';
COMMENT ON COLUMN query.notice.kind IS 'What the coordinator was told.';
COMMENT ON COLUMN query.notice.engagement_id IS 'The engagement that it is about, if it is about one.';
COMMENT ON COLUMN query.notice.surgery IS 'The session that it is about, if it is about one.';
COMMENT ON COLUMN query.notice.prepared_at IS 'When it was written, in milliseconds since 1970-01-01T00:00:00Z.';
COMMENT ON COLUMN query.notice.recipient IS 'The coordinator''s id in the correspondence.';
COMMENT ON COLUMN query.notice.state IS 'How it stands: KEPT, WAITING, SENT or GIVEN_UP.';
COMMENT ON COLUMN query.notice.attempts IS 'How often it was tried to mail it.';
COMMENT ON COLUMN query.notice.posted_at IS 'When it was sent, failed last, was given up or taken up again, likewise; null if none of them has happened.';
COMMENT ON COLUMN query.notice.why IS 'What mailing it failed for last, as a code.';

CREATE INDEX ON query.notice (side, prepared_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON query.notice TO ${service_role};
GRANT TRUNCATE ON query.notice_0, query.notice_1 TO ${service_role};
