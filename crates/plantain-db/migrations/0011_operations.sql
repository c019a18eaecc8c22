-- Where the request stood in its trace, as the header traceparent writes it.
ALTER TABLE tasks ADD COLUMN trace TEXT;

-- Secrets that every process over this database shares.
CREATE TABLE secrets (
    name  TEXT PRIMARY KEY,
    value {blob} NOT NULL CHECK (length(value) = 32)
){strict};

-- How often an owner changed what webhooks are signed with, and until when the one before is used too.
CREATE TABLE hook_secrets (
    owner           TEXT PRIMARY KEY,
    generation      {int} NOT NULL,
    former_until_ms {int} NOT NULL
){strict};

CREATE INDEX messages_owner ON messages (owner, seq);
