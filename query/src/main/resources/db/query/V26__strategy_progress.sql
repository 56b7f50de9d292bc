-- How the strategy's actions stand, on any day: one row for each event of an action, with all that it had come to by then.

CREATE TABLE query.strategy_progress
(
    side       smallint NOT NULL,
    action     text     NOT NULL,
    version    bigint   NOT NULL,
    plan       text     NOT NULL,
    position   bigint   NOT NULL,
    day        date     NOT NULL,
    event      text     NOT NULL,
    actor      text     NOT NULL,
    engagement text,
    document   text,
    state      text     NOT NULL,
    PRIMARY KEY (side, action, version)
) PARTITION BY LIST (side);

CREATE TABLE query.strategy_progress_0 PARTITION OF query.strategy_progress FOR VALUES IN (0);
CREATE TABLE query.strategy_progress_1 PARTITION OF query.strategy_progress FOR VALUES IN (1);

COMMENT ON TABLE query.strategy_progress IS 'One row for each event of an action of the strategy; nothing personal. As of a day an action is what its last row by the end of that day says.';
COMMENT ON COLUMN query.strategy_progress.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.strategy_progress.action IS 'The action''s id, which is its plan and its number.';
COMMENT ON COLUMN query.strategy_progress.version IS 'The event''s sequence number.';
COMMENT ON COLUMN query.strategy_progress.plan IS 'The plan that the action is part of.';
COMMENT ON COLUMN query.strategy_progress.position IS 'The event''s position in the feed.';
COMMENT ON COLUMN query.strategy_progress.day IS 'The day in London on which it was recorded; never before that of the event before it, whatever the clocks of several instances say.';
COMMENT ON COLUMN query.strategy_progress.event IS 'What kind of event it is, such as Rebaselined.';
COMMENT ON COLUMN query.strategy_progress.actor IS 'The account that did it.';
COMMENT ON COLUMN query.strategy_progress.engagement IS 'The engagement that the event links as evidence; null if it doesn''t.';
COMMENT ON COLUMN query.strategy_progress.document IS 'The document that it links, likewise.';
COMMENT ON COLUMN query.strategy_progress.state IS 'What the action has come to after it, as JSON.';

-- The actions of a plan; an action as of a day, or since one; its history by kinds; all that happened since a day.
CREATE INDEX ON query.strategy_progress (side, plan, action) WHERE version = 0;
CREATE INDEX ON query.strategy_progress (side, action, day, position);
CREATE INDEX ON query.strategy_progress (side, action, event, day, position);
CREATE INDEX ON query.strategy_progress (side, plan, day, position);

GRANT SELECT, INSERT, UPDATE, DELETE ON query.strategy_progress TO ${service_role};
GRANT TRUNCATE ON query.strategy_progress_0, query.strategy_progress_1 TO ${service_role};

-- An action's id has a colon and a dot: whoever asks for one action is on record with its id, too.
ALTER TABLE ledger.access DROP CONSTRAINT access_asked_for_check;
ALTER TABLE ledger.access ADD CONSTRAINT access_asked_for_check CHECK (asked_for ~ '^[A-Za-z0-9._:-]{1,100}$');
