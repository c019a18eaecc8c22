-- What a protocol has to find again by an id that it gave out; the form is known to the protocol only.
CREATE TABLE documents (
    kind       TEXT NOT NULL,
    owner      TEXT NOT NULL,
    id         TEXT NOT NULL,
    created_ms {int} NOT NULL,
    expires_ms {int},
    body_json  TEXT NOT NULL,
    PRIMARY KEY (kind, owner, id)
){strict};

CREATE INDEX documents_age ON documents (kind, owner, created_ms, id);
CREATE INDEX documents_end ON documents (expires_ms) WHERE expires_ms IS NOT NULL;
