-- Who has a claim on a stored file. The session is empty when there is none.
CREATE TABLE objects (
    owner        TEXT NOT NULL,
    name         TEXT NOT NULL,
    session      TEXT NOT NULL,
    task         TEXT,
    size_bytes   {int} NOT NULL,
    created_ms   {int} NOT NULL,
    last_used_ms {int} NOT NULL,
    pinned       {int} NOT NULL,
    expires_ms   {int},
    PRIMARY KEY (owner, name, session)
){strict};

CREATE INDEX objects_name ON objects (name);
CREATE INDEX objects_age ON objects (owner, created_ms) WHERE pinned = 0;
CREATE INDEX objects_end ON objects (owner, expires_ms) WHERE expires_ms IS NOT NULL;

-- Files on which nobody has a claim any more, until they are deleted.
CREATE TABLE objects_doomed (
    name  TEXT PRIMARY KEY,
    at_ms {int} NOT NULL
){strict};

-- What was drawn before: hash of everything that it was drawn from, and the file.
CREATE TABLE drawings (
    digest       TEXT PRIMARY KEY,
    name         TEXT NOT NULL,
    result_json  TEXT NOT NULL,
    last_used_ms {int} NOT NULL
){strict};

CREATE INDEX drawings_name ON drawings (name);
CREATE INDEX drawings_use ON drawings (last_used_ms);
