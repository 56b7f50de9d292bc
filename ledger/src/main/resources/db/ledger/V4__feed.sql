-- The feed: all events in one dense order, 1, 2, 3, which no reader ever finds a gap in.
--
-- A position in ledger.event isn't that: it has gaps, and a lower one can become visible after a higher one. So one
-- sequencer numbers what it finds stored and not yet numbered, and what has a number keeps it.

CREATE TABLE ledger.feed
(
    position     bigint PRIMARY KEY CHECK (position > 0),
    global_index bigint NOT NULL UNIQUE REFERENCES ledger.event
);

COMMENT ON TABLE ledger.feed IS 'All events in one dense order, the same for every reader and for ever.';
COMMENT ON COLUMN ledger.feed.position IS '1, 2, 3, without gaps. Of two events of one aggregate the earlier has the lower.';
COMMENT ON COLUMN ledger.feed.global_index IS 'Which event it is.';

CREATE TRIGGER feed_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.feed
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.feed ENABLE ALWAYS TRIGGER feed_is_append_only;


-- Whoever writes events has a transaction number before it has a position: so once all transactions have ended that had
-- a number when some position was seen, nothing can turn up at or below that position any more. (Which those are the
-- sequencer knows from its own number, which it is given after it has looked. A snapshot's xmax doesn't tell: it is one
-- past the highest transaction that has ended, and others beyond it may be at work.)
CREATE FUNCTION ledger.number_transaction() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS
$$
BEGIN
    PERFORM pg_current_xact_id();
    RETURN NULL;
END;
$$;

COMMENT ON FUNCTION ledger.number_transaction() IS 'Gives the transaction its number, if it has none yet.';

CREATE TRIGGER event_follows_its_transaction
    BEFORE INSERT ON ledger.event
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.number_transaction();
ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER event_follows_its_transaction;


CREATE TABLE working.sequencer
(
    only_one    boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    settled     bigint NOT NULL,
    seen        bigint NOT NULL,
    seen_before xid8   NOT NULL
);

COMMENT ON TABLE working.sequencer IS 'Where the sequencer need look no more. Who numbers holds the row; zeros are always true.';
COMMENT ON COLUMN working.sequencer.only_one IS 'Always true, so that there can''t be a second row.';
COMMENT ON COLUMN working.sequencer.settled IS 'Up to this global index every event that there will ever be has its number.';
COMMENT ON COLUMN working.sequencer.seen IS 'The highest global index that was seen when this was last looked at.';
COMMENT ON COLUMN working.sequencer.seen_before IS 'Every transaction that had begun to write then has a lower number.';

INSERT INTO working.sequencer (settled, seen, seen_before) VALUES (0, 0, '0');

GRANT SELECT, INSERT ON ledger.feed TO ${service_role};
GRANT SELECT, UPDATE ON working.sequencer TO ${service_role};
