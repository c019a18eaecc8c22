-- Append-only. Amounts are millionths of the currency unit.
CREATE TABLE ledger (
    seq      {serial},
    at_ms    {int} NOT NULL,
    kind     TEXT NOT NULL,
    task     TEXT,
    owner    TEXT NOT NULL,
    team     TEXT,
    model    TEXT,
    engine   TEXT,
    tags     TEXT NOT NULL,
    pictures {int} NOT NULL,
    amount   {int} NOT NULL,
    note     TEXT
){strict};

CREATE INDEX ledger_time ON ledger (at_ms);
CREATE INDEX ledger_task ON ledger (task) WHERE task IS NOT NULL;

CREATE TABLE budgets (
    id         TEXT PRIMARY KEY,
    subject    TEXT NOT NULL,
    period     TEXT NOT NULL,
    max_amount {int} NOT NULL,
    alerts     TEXT NOT NULL,
    created_ms {int} NOT NULL,
    UNIQUE (subject, period)
){strict};

-- What a budget has used in a period: held for tasks under way, and charged.
CREATE TABLE spending (
    budget   TEXT NOT NULL,
    start_ms {int} NOT NULL,
    reserved {int} NOT NULL,
    settled  {int} NOT NULL,
    PRIMARY KEY (budget, start_ms)
){strict};

-- Prepaid. Who has a row spends only what is in it.
CREATE TABLE credit (
    subject TEXT PRIMARY KEY,
    balance {int} NOT NULL
){strict};
