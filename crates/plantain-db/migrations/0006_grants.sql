-- What a key may use and whose it is, and the secret that it had before. Lists are parted by line ends.
ALTER TABLE keys ADD COLUMN tier TEXT;
ALTER TABLE keys ADD COLUMN team TEXT;
ALTER TABLE keys ADD COLUMN policy TEXT;
ALTER TABLE keys ADD COLUMN models TEXT NOT NULL DEFAULT '';
ALTER TABLE keys ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE keys ADD COLUMN former_prefix TEXT;
ALTER TABLE keys ADD COLUMN former_sha256 {blob};
ALTER TABLE keys ADD COLUMN former_until_ms {int};

CREATE UNIQUE INDEX keys_former ON keys (former_prefix) WHERE former_prefix IS NOT NULL;
