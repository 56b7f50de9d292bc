-- What the ledger does by itself: policies act on events as they come, tasks are carried out when they are due.

COMMENT ON SCHEMA working IS 'What the service keeps to be fast, and to know what it has still to do. Nothing in it is evidence.';

CREATE TABLE working.policy
(
    name     text   PRIMARY KEY,
    position bigint NOT NULL CHECK (position >= 0)
);

COMMENT ON TABLE working.policy IS 'How far each policy has followed the feed. Who acts holds the row; one without a row begins at the feed''s head.';
COMMENT ON COLUMN working.policy.name IS 'The policy''s name.';
COMMENT ON COLUMN working.policy.position IS 'Up to this position of the feed it has acted on whatever it acts on.';


-- The columns are those of db-scheduler 16, which reads and writes them by these names.
CREATE TABLE working.scheduled_task
(
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea CHECK (task_data IS NULL),
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    PRIMARY KEY (task_name, task_instance)
);

COMMENT ON TABLE working.scheduled_task IS 'What is to be done at a time. All times are the ledger''s, which in a demonstration aren''t the true ones.';
COMMENT ON COLUMN working.scheduled_task.task_name IS 'What is to be done.';
COMMENT ON COLUMN working.scheduled_task.task_instance IS 'For what: an id, or another key without anything personal.';
COMMENT ON COLUMN working.scheduled_task.task_data IS 'Always null: whatever a task needs to know it looks up.';
COMMENT ON COLUMN working.scheduled_task.execution_time IS 'When it is due.';
COMMENT ON COLUMN working.scheduled_task.picked IS 'Whether an instance of the service is at it.';
COMMENT ON COLUMN working.scheduled_task.picked_by IS 'Which instance; null if none.';
COMMENT ON COLUMN working.scheduled_task.last_success IS 'When it was last done, if it recurs.';
COMMENT ON COLUMN working.scheduled_task.last_failure IS 'When it last failed.';
COMMENT ON COLUMN working.scheduled_task.consecutive_failures IS 'How often it has failed since it was last done.';
COMMENT ON COLUMN working.scheduled_task.last_heartbeat IS 'When the instance last said that it is still at it.';
COMMENT ON COLUMN working.scheduled_task.version IS 'Is raised whenever an instance takes it, so that only that instance says how it went.';

CREATE INDEX scheduled_task_execution_time ON working.scheduled_task (execution_time);
CREATE INDEX scheduled_task_last_heartbeat ON working.scheduled_task (last_heartbeat) WHERE picked;

GRANT SELECT, INSERT, UPDATE ON working.policy TO ${service_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON working.scheduled_task TO ${service_role};
