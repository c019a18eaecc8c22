-- Webhooks, stored with the end of their task and sent until they arrive.
CREATE TABLE messages (
    seq           {serial},
    id            TEXT NOT NULL UNIQUE,
    task          TEXT NOT NULL,
    owner         TEXT NOT NULL,
    url           TEXT NOT NULL,
    form_json     TEXT NOT NULL,
    status        TEXT NOT NULL,
    attempts      {int} NOT NULL,
    created_ms    {int} NOT NULL,
    next_ms       {int} NOT NULL,
    claimed_until {int} NOT NULL,
    delivered_ms  {int}
){strict};

CREATE INDEX messages_due ON messages (next_ms) WHERE status = 'pending';
CREATE INDEX messages_task ON messages (task, seq);

CREATE TABLE deliveries (
    seq     {serial},
    message TEXT NOT NULL,
    attempt {int} NOT NULL,
    at_ms   {int} NOT NULL,
    took_ms {int} NOT NULL,
    status  {int},
    detail  TEXT NOT NULL
){strict};

CREATE INDEX deliveries_message ON deliveries (message, seq);
