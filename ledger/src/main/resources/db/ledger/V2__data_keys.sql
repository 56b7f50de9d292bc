-- The keys that personal values are sealed with. Deleting a row erases everything that was sealed for its subject, in
-- every event, projection and copy at once, and can't be undone.

CREATE TABLE ledger.data_key
(
    subject     text   PRIMARY KEY CHECK (subject <> ''),
    wrapped_key text   NOT NULL,
    created_at  bigint NOT NULL DEFAULT (extract(epoch FROM clock_timestamp()) * 1000)::bigint
);

COMMENT ON TABLE ledger.data_key IS 'One data key for each subject. A sealed value whose subject has no key has been erased.';
COMMENT ON COLUMN ledger.data_key.subject IS 'The key of the person or case that the sealed values are about; not itself personal.';
COMMENT ON COLUMN ledger.data_key.wrapped_key IS 'A Tink keyset (AES256_GCM), encrypted with the master key, the subject being the associated data; base64.';
COMMENT ON COLUMN ledger.data_key.created_at IS 'When it was made, by the database''s clock, in milliseconds since 1970-01-01T00:00:00Z.';


-- The service may read and add. Destroying keys is for a role of its own.
GRANT SELECT, INSERT ON ledger.data_key TO ${service_role};
