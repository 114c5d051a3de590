-- Who counts among an institution's people and what happened there, for ratios and occurrences of any year, date and
-- position (TJ-33, CY-7). Runs as the owner.

SET ROLE ${projectorRole};

-- The days on which a person counts as registered at an institution: of one institution no two rows overlap, so that
-- everyone is counted once. A termination ends a row with its year only.
CREATE TABLE read.membership (
    person        text      NOT NULL,
    valid         daterange NOT NULL CHECK (NOT isempty(valid)),
    known         int8range NOT NULL CHECK (NOT isempty(known) AND lower(known) >= 0),
    institution   text      NOT NULL,
    -- Whether a measure's own term covers these days.
    under_measure boolean   NOT NULL,
    CONSTRAINT membership_once
        EXCLUDE USING gist (person WITH =, institution WITH =, valid WITH &&, known WITH &&)
);
CREATE INDEX membership_open ON read.membership (person) WHERE upper_inf(known);
CREATE INDEX membership_institution ON read.membership (institution);
-- Where a share can have risen: a measure began to be known or to run, or people no longer count as was known before.
CREATE INDEX membership_measured ON read.membership (lower(known)) WHERE under_measure;
CREATE INDEX membership_ended ON read.membership (upper(known)) WHERE upper(known) IS NOT NULL;
CREATE INDEX membership_begins ON read.membership (lower(valid)) WHERE under_measure;

-- Each is on one day: a scoring on that of the handling, a measure on its first.
CREATE TABLE read.occurrence (
    person      text      NOT NULL,
    valid       daterange NOT NULL,
    known       int8range NOT NULL CHECK (NOT isempty(known) AND lower(known) >= 0),
    notice      text      NOT NULL,
    kind        text      NOT NULL CHECK (kind IN ('SCORING', 'SUSPENSION', 'TERMINATION')),
    -- At which the acts of the notice were done.
    institution text      NOT NULL,
    CONSTRAINT occurrence_once EXCLUDE USING gist (person WITH =, notice WITH =, kind WITH =, known WITH &&),
    CONSTRAINT occurrence_on_one_day CHECK (upper(valid) = lower(valid) + 1)
);
CREATE INDEX occurrence_open ON read.occurrence (person) WHERE upper_inf(known);
CREATE INDEX occurrence_institution ON read.occurrence (institution, lower(valid));

GRANT SELECT ON read.membership, read.occurrence TO ${ledgerRole};

-- Where rows were kept before, all of them are written anew from the log.
TRUNCATE read.standing, read.year_total, read.registration, read.stopped;
DELETE FROM read.token_entry WHERE processor_name LIKE 'live%';
UPDATE read.progress SET position = -1 WHERE reader = 'live';

RESET ROLE;
