-- Acts of people who were not registered where they worked are counted beside what happened to people (TJ-3, 38).

SET ROLE ${projectorRole};

ALTER TABLE read.occurrence
    DROP CONSTRAINT occurrence_kind_check,
    ADD CONSTRAINT occurrence_kind_check
        CHECK (kind IN ('SCORING', 'NOT_REGISTERED', 'SUSPENSION', 'TERMINATION'));

-- Where rows were kept before, all of them are written anew from the log.
TRUNCATE read.standing, read.year_total, read.registration, read.membership, read.occurrence, read.stopped;
DELETE FROM read.token_entry WHERE processor_name LIKE 'live%';
UPDATE read.progress SET position = -1 WHERE reader = 'live';

RESET ROLE;
