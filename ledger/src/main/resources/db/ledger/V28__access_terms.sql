-- In which terms a table was asked for, so that it can be seen who collected which.

ALTER TABLE ledger.access
    ADD COLUMN terms text CHECK (terms ~ '^[a-zA-Z]{1,20}=[+A-Z0-9_-]{1,40}( [a-zA-Z]{1,20}=[+A-Z0-9_-]{1,40}){0,11}$');

COMMENT ON COLUMN ledger.access.terms IS 'In which terms it was asked for if it isn''t a single thing, such as table=SUMMARY per=WEEK: names, codes and days only; null if in none.';
