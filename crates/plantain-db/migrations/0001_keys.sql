-- API keys. The secret is not here: only its hash, and its first characters to find the row by.
CREATE TABLE keys (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    prefix     TEXT NOT NULL UNIQUE,
    sha256     BLOB NOT NULL CHECK (length(sha256) = 32),
    scopes     TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    expires_ms INTEGER,
    revoked_ms INTEGER
) STRICT;
