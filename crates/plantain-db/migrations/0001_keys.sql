-- API keys. The secret is not here: only its hash, and its first characters to find the row by.
CREATE TABLE IF NOT EXISTS keys (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    prefix     TEXT NOT NULL UNIQUE,
    sha256     {blob} NOT NULL CHECK (length(sha256) = 32),
    scopes     TEXT NOT NULL,
    created_ms {int} NOT NULL,
    expires_ms {int},
    revoked_ms {int}
){strict};
