-- Conversations about pictures. The head is the turn that the next one goes on from; none before the first.
CREATE TABLE sessions (
    id         TEXT PRIMARY KEY,
    owner      TEXT NOT NULL,
    title      TEXT,
    created_ms {int} NOT NULL,
    updated_ms {int} NOT NULL,
    head       TEXT,
    turns      {int} NOT NULL
){strict};

CREATE INDEX sessions_owner ON sessions (owner, updated_ms, id);

-- What was said and drawn. Turns are never changed; branches begin where two have the same parent.
CREATE TABLE session_turns (
    session    TEXT NOT NULL,
    number     {int} NOT NULL,
    id         TEXT NOT NULL UNIQUE,
    parent     TEXT,
    task       TEXT,
    created_ms {int} NOT NULL,
    body_json  TEXT NOT NULL,
    idempotency_key TEXT,
    request_sha256  {blob},
    PRIMARY KEY (session, number)
){strict};

CREATE UNIQUE INDEX session_turns_task ON session_turns (session, task) WHERE task IS NOT NULL;
CREATE UNIQUE INDEX session_turns_promise ON session_turns (session, idempotency_key)
    WHERE idempotency_key IS NOT NULL;
