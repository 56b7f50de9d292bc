-- Who waits for a slot at which court, and how each offer was decided; and of each engagement, whether it waits.

CREATE TABLE query.waiting_list
(
    side    smallint NOT NULL,
    list    text     NOT NULL,
    version bigint   NOT NULL,
    state   text     NOT NULL,
    PRIMARY KEY (side, list)
) PARTITION BY LIST (side);

CREATE TABLE query.waiting_list_0 PARTITION OF query.waiting_list FOR VALUES IN (0);
CREATE TABLE query.waiting_list_1 PARTITION OF query.waiting_list FOR VALUES IN (1);

COMMENT ON TABLE query.waiting_list IS 'One row for each court''s waiting list; nothing personal.';
COMMENT ON COLUMN query.waiting_list.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.waiting_list.list IS 'The list''s id: waiting- and the court''s OU code.';
COMMENT ON COLUMN query.waiting_list.version IS 'The sequence number of its last event.';
COMMENT ON COLUMN query.waiting_list.state IS 'Who waits, with the facts by which it is decided whose turn it is, as JSON. It is as long as the queue is.';

CREATE TABLE query.offer
(
    side          smallint NOT NULL,
    list          text     NOT NULL,
    sequence      bigint   NOT NULL,
    engagement_id text     NOT NULL,
    offered_at    bigint   NOT NULL,
    decided       text     NOT NULL,
    PRIMARY KEY (side, list, sequence)
) PARTITION BY LIST (side);

CREATE TABLE query.offer_0 PARTITION OF query.offer FOR VALUES IN (0);
CREATE TABLE query.offer_1 PARTITION OF query.offer FOR VALUES IN (1);

COMMENT ON TABLE query.offer IS 'One row for each offer of a slot to somebody who waited.';
COMMENT ON COLUMN query.offer.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.offer.sequence IS 'The waiting list''s event by which it was decided.';
COMMENT ON COLUMN query.offer.engagement_id IS 'To whom it was made.';
COMMENT ON COLUMN query.offer.offered_at IS 'When, in milliseconds since 1970-01-01T00:00:00Z.';
COMMENT ON COLUMN query.offer.decided IS 'The whole event as JSON: the slot, everybody who waited, and the facts that it was decided on.';

GRANT SELECT, INSERT, UPDATE, DELETE ON query.waiting_list, query.offer TO ${service_role};
GRANT TRUNCATE ON query.waiting_list_0, query.waiting_list_1, query.offer_0, query.offer_1 TO ${service_role};

ALTER TABLE query.engagement ADD COLUMN waiting_since bigint;
ALTER TABLE query.engagement ADD COLUMN offer_surgery text;
ALTER TABLE query.engagement ADD COLUMN offer_start bigint;
ALTER TABLE query.engagement ADD COLUMN offer_until bigint;

COMMENT ON COLUMN query.engagement.waiting_since IS 'Since when it waits for a slot, in milliseconds likewise; null if it doesn''t.';
COMMENT ON COLUMN query.engagement.offer_surgery IS 'Of which surgery a slot is on offer to it; null if none is.';
COMMENT ON COLUMN query.engagement.offer_start IS 'When that slot begins, in milliseconds likewise.';
COMMENT ON COLUMN query.engagement.offer_until IS 'When the offer ends, in milliseconds likewise.';
