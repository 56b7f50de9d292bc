-- What is kept for whom, and who waits, as rows: to find a free slot takes as long however many wait. Of a session, all
-- who lead it, and what is blocked, without reading its state.

ALTER TABLE query.session ADD COLUMN leads text[] NOT NULL DEFAULT '{}';
ALTER TABLE query.session ADD COLUMN blocked bigint[] NOT NULL DEFAULT '{}';

COMMENT ON COLUMN query.session.lead IS 'The login of the prosecutor who leads it, the first if there are several; null if it isn''t known.';
COMMENT ON COLUMN query.session.leads IS 'The logins of all who lead it, as far as known.';
COMMENT ON COLUMN query.session.blocked IS 'When its slots begin that are blocked, in milliseconds since 1970-01-01T00:00:00Z.';

-- Until it is made again, what an earlier revision made is read.
UPDATE query.session SET
    leads = ARRAY(SELECT host ->> 'login' FROM jsonb_array_elements(state::jsonb -> 'hosts') AS host
                  WHERE host ->> 'role' = 'LEAD' AND host ->> 'login' IS NOT NULL),
    blocked = ARRAY(SELECT (extract(epoch FROM (slot ->> 'start')::timestamptz) * 1000)::bigint
                    FROM jsonb_array_elements(state::jsonb -> 'blocked') AS slot);

DROP INDEX query.session_side_lead_session_start_surgery_idx;
CREATE INDEX ON query.session USING gin (leads);

CREATE TABLE query.reservation
(
    side          smallint NOT NULL,
    surgery       text     NOT NULL,
    slot_start    bigint   NOT NULL,
    engagement_id text     NOT NULL,
    kept_until    bigint   NOT NULL,
    PRIMARY KEY (side, surgery, slot_start)
) PARTITION BY LIST (side);

CREATE TABLE query.reservation_0 PARTITION OF query.reservation FOR VALUES IN (0);
CREATE TABLE query.reservation_1 PARTITION OF query.reservation FOR VALUES IN (1);

COMMENT ON TABLE query.reservation IS 'One row for each slot that is kept for whom it is offered to. It is as new as the surgery''s row in query.session.';
COMMENT ON COLUMN query.reservation.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.reservation.surgery IS 'Of which surgery the slot is.';
COMMENT ON COLUMN query.reservation.slot_start IS 'When it starts, in milliseconds since 1970-01-01T00:00:00Z.';
COMMENT ON COLUMN query.reservation.engagement_id IS 'To whom it is offered.';
COMMENT ON COLUMN query.reservation.kept_until IS 'When the offer ends, likewise. A row may stay for a while after that, and keeps nothing then.';

-- Places leave the list's own row.
ALTER TABLE query.waiting_list ALTER COLUMN state DROP NOT NULL;

COMMENT ON TABLE query.waiting_list IS 'One row for each court''s waiting list: how far its places and offers have come.';
COMMENT ON COLUMN query.waiting_list.state IS 'Who waits, as an earlier revision wrote it; null since places are rows.';

CREATE TABLE query.waiting_place
(
    side               smallint NOT NULL,
    engagement_id      text     NOT NULL,
    version            bigint   NOT NULL,
    list               text     NOT NULL,
    priority           boolean  NOT NULL,
    custody_time_limit date,
    hearing_date       date     NOT NULL,
    joined_at          bigint   NOT NULL,
    suitable_from      date,
    suitable_until     date,
    has_offer          boolean  NOT NULL,
    state              text     NOT NULL,
    PRIMARY KEY (side, engagement_id)
) PARTITION BY LIST (side);

CREATE TABLE query.waiting_place_0 PARTITION OF query.waiting_place FOR VALUES IN (0);
CREATE TABLE query.waiting_place_1 PARTITION OF query.waiting_place FOR VALUES IN (1);

COMMENT ON TABLE query.waiting_place IS 'One row for each case that waits for a slot; nothing personal.';
COMMENT ON COLUMN query.waiting_place.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.waiting_place.version IS 'The sequence number of the waiting list''s last event about it.';
COMMENT ON COLUMN query.waiting_place.list IS 'On which court''s list it waits: waiting- and the court''s OU code.';
COMMENT ON COLUMN query.waiting_place.priority IS 'Whether a slot that it had was taken from it.';
COMMENT ON COLUMN query.waiting_place.custody_time_limit IS 'The earliest of its defendants in custody; null if there is none.';
COMMENT ON COLUMN query.waiting_place.hearing_date IS 'The day of the hearing that it prepares.';
COMMENT ON COLUMN query.waiting_place.joined_at IS 'Since when it waits, in milliseconds since 1970-01-01T00:00:00Z.';
COMMENT ON COLUMN query.waiting_place.suitable_from IS 'The first day, in London, on which a slot would do; null for any.';
COMMENT ON COLUMN query.waiting_place.suitable_until IS 'The last such day; null for any.';
COMMENT ON COLUMN query.waiting_place.has_offer IS 'Whether a slot is on offer to it.';
COMMENT ON COLUMN query.waiting_place.state IS 'What it waits for and is offered, and the next event is added to, as JSON.';

-- In the order in which their turn comes.
CREATE INDEX ON query.waiting_place
    (side, list, (NOT priority), (coalesce(custody_time_limit, 'infinity'::date)), hearing_date, joined_at,
     engagement_id COLLATE "C");

CREATE TABLE query.last_surgery
(
    side          smallint NOT NULL,
    engagement_id text     NOT NULL,
    version       bigint   NOT NULL,
    list          text     NOT NULL,
    surgery       text,
    session_start bigint,
    PRIMARY KEY (side, engagement_id)
) PARTITION BY LIST (side);

CREATE TABLE query.last_surgery_0 PARTITION OF query.last_surgery FOR VALUES IN (0);
CREATE TABLE query.last_surgery_1 PARTITION OF query.last_surgery FOR VALUES IN (1);

COMMENT ON TABLE query.last_surgery IS 'One row for each case of which was warned that its last surgery is near, whether or not it waits.';
COMMENT ON COLUMN query.last_surgery.side IS 'Which side of the projection; query.projection says which is read.';
COMMENT ON COLUMN query.last_surgery.version IS 'The sequence number of the waiting list''s event that warned last.';
COMMENT ON COLUMN query.last_surgery.list IS 'The court''s waiting list.';
COMMENT ON COLUMN query.last_surgery.surgery IS 'Which surgery that is; null if none was left.';
COMMENT ON COLUMN query.last_surgery.session_start IS 'When it begins, in milliseconds likewise; null if none was left.';

GRANT SELECT, INSERT, UPDATE, DELETE ON query.reservation, query.waiting_place, query.last_surgery TO ${service_role};
GRANT TRUNCATE ON query.reservation_0, query.reservation_1, query.waiting_place_0, query.waiting_place_1,
    query.last_surgery_0, query.last_surgery_1 TO ${service_role};
