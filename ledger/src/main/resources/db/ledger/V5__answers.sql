-- What repeated requests are answered with. A request that names a key may be made again: it has no second effect, and
-- is answered as it was the first time.

-- Which events a request wrote, whether or not its answer is still kept. Only events with a key are in it, by a code of
-- four bytes each.
CREATE INDEX event_request ON ledger.event USING hash ((metadata::jsonb ->> 'idempotencyKeyHash'));

CREATE TABLE working.answer
(
    request     text    PRIMARY KEY,
    fingerprint text    NOT NULL,
    accepted    boolean NOT NULL,
    answer      text    NOT NULL,
    answered_at bigint  NOT NULL
);

COMMENT ON TABLE working.answer IS 'What requests with a key were answered, for some days. An acceptance can be made again from the events; a refusal is decided anew.';
COMMENT ON COLUMN working.answer.request IS 'Which request: a hash over who asked what under which key, as the metadata of its events has it.';
COMMENT ON COLUMN working.answer.fingerprint IS 'A hash over what exactly was asked, sealed: it was made from what may be personal, and could be guessed from a bare one.';
COMMENT ON COLUMN working.answer.accepted IS 'Whether it was accepted, or else refused.';
COMMENT ON COLUMN working.answer.answer IS 'The answer, as JSON: versions, ids and codes; nothing personal.';
COMMENT ON COLUMN working.answer.answered_at IS 'When, in milliseconds since 1970-01-01T00:00:00Z.';

-- The oldest are deleted first.
CREATE INDEX answer_answered_at ON working.answer (answered_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON working.answer TO ${service_role};
