-- Each rule by which the program does something of itself comes through the log on its own, so that none waits for what
-- another needs. Runs as the owner.

SET ROLE ${projectorRole};

ALTER TABLE reactor.progress ADD COLUMN reaction text;
UPDATE reactor.progress SET reaction = 'overturned-handlings';
ALTER TABLE reactor.progress DROP CONSTRAINT progress_pkey, DROP COLUMN only_row, ADD PRIMARY KEY (reaction);
INSERT INTO reactor.progress (reaction, position) SELECT 'reached-ratios', position FROM reactor.progress;

-- What was held up is tried again by both; whoever has nothing to do with it lets it go.
ALTER TABLE reactor.held_up ADD COLUMN reaction text NOT NULL DEFAULT 'overturned-handlings';
ALTER TABLE reactor.held_up ALTER COLUMN reaction DROP DEFAULT, DROP CONSTRAINT held_up_pkey,
    ADD PRIMARY KEY (reaction, position);
INSERT INTO reactor.held_up (reaction, position, reasons, since)
    SELECT 'reached-ratios', position, reasons, since FROM reactor.held_up;

RESET ROLE;
