-- Shares of a budget that were passed in a period, so that each is told once.
CREATE TABLE alerts (
    budget   TEXT NOT NULL,
    start_ms {int} NOT NULL,
    percent  {int} NOT NULL,
    at_ms    {int} NOT NULL,
    PRIMARY KEY (budget, start_ms, percent)
){strict};
