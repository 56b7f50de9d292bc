-- What is read is made from the feed, and can be made again. Each projection has two sides: one is read, the other is
-- where it is made again, beside it, until it has caught up and takes its place.

CREATE SCHEMA query;

COMMENT ON SCHEMA query IS 'What the ledger is read by: projections of the feed. All of it can be made again.';

CREATE TABLE query.projection
(
    name text     PRIMARY KEY,
    live smallint NOT NULL CHECK (live IN (0, 1))
);

COMMENT ON TABLE query.projection IS 'The projections, and which side of each is read.';
COMMENT ON COLUMN query.projection.name IS 'The projection''s name.';
COMMENT ON COLUMN query.projection.live IS 'The side that is read.';

CREATE TABLE query.side
(
    name     text     NOT NULL REFERENCES query.projection,
    side     smallint NOT NULL CHECK (side IN (0, 1)),
    active   boolean  NOT NULL,
    revision integer  NOT NULL,
    position bigint   NOT NULL CHECK (position >= 0),
    begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (name, side)
);

COMMENT ON TABLE query.side IS 'How far each side of a projection has come. Whoever is at it holds its row.';
COMMENT ON COLUMN query.side.name IS 'The projection.';
COMMENT ON COLUMN query.side.side IS 'Which of the two.';
COMMENT ON COLUMN query.side.active IS 'Whether it follows the feed.';
COMMENT ON COLUMN query.side.revision IS 'By which revision of the projection''s code it is made; another revision leaves it alone.';
COMMENT ON COLUMN query.side.position IS 'The last position of the feed that is in it.';
COMMENT ON COLUMN query.side.begun_at IS 'When it was begun, by the database''s clock.';

CREATE TABLE query.rebuild
(
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text        NOT NULL,
    side        smallint    NOT NULL,
    revision    integer     NOT NULL,
    position    bigint      NOT NULL,
    began_at    timestamptz NOT NULL,
    switched_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    before      text,
    after       text        NOT NULL
);

COMMENT ON TABLE query.rebuild IS 'Each time a projection was made again and took the place of the one before.';
COMMENT ON COLUMN query.rebuild.id IS 'Position among the rebuilds.';
COMMENT ON COLUMN query.rebuild.name IS 'The projection.';
COMMENT ON COLUMN query.rebuild.side IS 'The side that was made again.';
COMMENT ON COLUMN query.rebuild.revision IS 'By which revision of the projection''s code.';
COMMENT ON COLUMN query.rebuild.position IS 'The last position of the feed that was in it when it was switched to.';
COMMENT ON COLUMN query.rebuild.began_at IS 'When it was begun, by the database''s clock.';
COMMENT ON COLUMN query.rebuild.switched_at IS 'When it took the other''s place, by the database''s clock.';
COMMENT ON COLUMN query.rebuild.before IS 'The digest of the side that was read until then, at the same position; null if it was of another revision.';
COMMENT ON COLUMN query.rebuild.after IS 'The digest of the side that is read since. The same, unless something was wrong.';

GRANT USAGE ON SCHEMA query TO ${service_role};
GRANT SELECT, INSERT, UPDATE ON query.projection, query.side TO ${service_role};
GRANT SELECT, INSERT ON query.rebuild TO ${service_role};
