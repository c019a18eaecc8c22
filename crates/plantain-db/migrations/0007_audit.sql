-- Who did what to which, and why. Only ever appended to.
CREATE TABLE audit (
    number  {serial},
    at_ms   {int} NOT NULL,
    actor   TEXT NOT NULL,
    action  TEXT NOT NULL,
    object  TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason  TEXT NOT NULL
){strict};

CREATE INDEX audit_actor ON audit (actor, number);
CREATE INDEX audit_action ON audit (action, number);
