-- Everything that was ever asked. Bodies are JSON; pictures lie in the object store.
CREATE TABLE tasks (
    seq              {serial},
    id               TEXT NOT NULL UNIQUE,
    owner            TEXT NOT NULL,
    team             TEXT,
    protocol         TEXT NOT NULL,
    operation        TEXT NOT NULL,
    model            TEXT NOT NULL,
    status           TEXT NOT NULL,
    priority         {int} NOT NULL,
    attempt          {int} NOT NULL,
    created_ms       {int} NOT NULL,
    ready_ms         {int} NOT NULL,
    started_ms       {int},
    finished_ms      {int},
    start_by_ms      {int},
    run_ms_max       {int},
    progress         {int} NOT NULL,
    request_json     TEXT NOT NULL,
    client_json      TEXT,
    result_json      TEXT,
    error_json       TEXT,
    reserved         {int} NOT NULL,
    charged          {int} NOT NULL,
    tags             TEXT NOT NULL,
    session          TEXT,
    cancel_requested {int} NOT NULL,
    waited           {int} NOT NULL,
    worker           TEXT,
    lease_until_ms   {int},
    running_max      {int},
    holds            TEXT NOT NULL,
    webhooks         {int} NOT NULL,
    idempotency_key  TEXT,
    request_sha256   {blob}
){strict};

-- The queue: what waits, in the order in which an owner's tasks are served.
CREATE INDEX tasks_queued ON tasks (owner, priority, seq) WHERE status = 'queued';
-- Whose leases run out, and how many an owner has running.
CREATE INDEX tasks_running ON tasks (owner, lease_until_ms) WHERE status = 'running';
CREATE INDEX tasks_start_by ON tasks (start_by_ms) WHERE status = 'queued' AND start_by_ms IS NOT NULL;
CREATE INDEX tasks_owner ON tasks (owner, seq);
CREATE INDEX tasks_session ON tasks (session, seq) WHERE session IS NOT NULL;
CREATE INDEX tasks_finished ON tasks (finished_ms) WHERE finished_ms IS NOT NULL;
CREATE UNIQUE INDEX tasks_idempotency ON tasks (owner, idempotency_key) WHERE idempotency_key IS NOT NULL;

-- When each owner was last served, so that the queue goes round.
CREATE TABLE turns (
    owner   TEXT PRIMARY KEY,
    last_ms {int} NOT NULL
){strict};
