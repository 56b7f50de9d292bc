-- Case histories: what each event changed, and whether it still counts. What happened, who did it, when and why stays in
-- ledger.event, and is joined on reading.

CREATE TABLE query.case_history
(
    side          smallint NOT NULL,
    engagement_id text     NOT NULL,
    version       bigint   NOT NULL,
    firm          text,
    sheet         text     NOT NULL,
    PRIMARY KEY (side, engagement_id)
) PARTITION BY LIST (side);

CREATE TABLE query.case_history_0 PARTITION OF query.case_history FOR VALUES IN (0);
CREATE TABLE query.case_history_1 PARTITION OF query.case_history FOR VALUES IN (1);

COMMENT ON TABLE query.case_history IS 'One row for each engagement; nothing personal.';
COMMENT ON COLUMN query.case_history.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.case_history.version IS 'The sequence number of its last event.';
COMMENT ON COLUMN query.case_history.firm IS 'The defence firm that has the case now, and may read its history; null for a litigant in person.';
COMMENT ON COLUMN query.case_history.sheet IS 'What the next event is compared with, as JSON.';

CREATE TABLE query.case_event
(
    side          smallint NOT NULL,
    engagement_id text     NOT NULL,
    sequence      bigint   NOT NULL,
    event         text     NOT NULL,
    struck_by     bigint,
    changes       text     NOT NULL,
    PRIMARY KEY (side, engagement_id, sequence)
) PARTITION BY LIST (side);

CREATE TABLE query.case_event_0 PARTITION OF query.case_event FOR VALUES IN (0);
CREATE TABLE query.case_event_1 PARTITION OF query.case_event FOR VALUES IN (1);

COMMENT ON TABLE query.case_event IS 'One row for each event of an engagement; nothing personal, and nothing that only one side may see.';
COMMENT ON COLUMN query.case_event.side IS 'Which side of the projection, likewise.';
COMMENT ON COLUMN query.case_event.sequence IS 'Its position in the engagement. With it the event is found in ledger.event.';
COMMENT ON COLUMN query.case_event.event IS 'What kind of event it is, such as Submitted.';
COMMENT ON COLUMN query.case_event.struck_by IS 'The position of the later event that says it was recorded in error; null while it counts.';
COMMENT ON COLUMN query.case_event.changes IS 'What it changed, as a JSON list of field, before and after: codes, ids and times.';

-- A page of some kinds of event costs the same however many others there are.
CREATE INDEX ON query.case_event (side, engagement_id, event, sequence);

GRANT SELECT, INSERT, UPDATE, DELETE ON query.case_history, query.case_event TO ${service_role};
GRANT TRUNCATE ON query.case_history_0, query.case_history_1, query.case_event_0, query.case_event_1 TO ${service_role};
