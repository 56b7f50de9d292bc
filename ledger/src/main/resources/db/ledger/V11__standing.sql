-- Histories are a projection now, and nothing looks for these events in the ledger itself any more.
DROP INDEX ledger.event_standing;
