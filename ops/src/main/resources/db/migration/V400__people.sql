-- What is known of people: rows that hold over a span of days (valid) as known over a span of log positions (known).
-- A question for day D as known at position P reads the rows with valid @> D and known @> P. No two rows of one person
-- can overlap in both. Runs as the owner, who may add an extension that the database's owner is trusted with.

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

SET ROLE ${projectorRole};

-- Leaves no day out: whoever is known at a position has exactly one row for every day.
CREATE TABLE read.standing (
    person      text      NOT NULL,
    valid       daterange NOT NULL CHECK (NOT isempty(valid)),
    known       int8range NOT NULL CHECK (NOT isempty(known) AND lower(known) >= 0),
    kind        text      NOT NULL CHECK (kind IN ('NORMAL', 'SUSPENDED', 'TERMINATED', 'UNREGISTERED')),
    -- The first free day of the measure in force.
    until       date,
    term_served boolean   NOT NULL,
    provisions  text[]    NOT NULL,
    CONSTRAINT standing_once EXCLUDE USING gist (person WITH =, valid WITH &&, known WITH &&)
);
CREATE INDEX standing_open ON read.standing (person) WHERE upper_inf(known);
CREATE INDEX standing_measures ON read.standing (kind, person) WHERE kind IN ('SUSPENDED', 'TERMINATED');

-- Only what is not blank: no row means no points and no key supervision.
CREATE TABLE read.year_total (
    person          text      NOT NULL,
    valid           daterange NOT NULL CHECK (NOT isempty(valid)),
    known           int8range NOT NULL CHECK (NOT isempty(known) AND lower(known) >= 0),
    year            integer   NOT NULL,
    points          integer   NOT NULL CHECK (points >= 0),
    key_supervision boolean   NOT NULL,
    CONSTRAINT year_total_once EXCLUDE USING gist (person WITH =, valid WITH &&, known WITH &&),
    CONSTRAINT year_total_within_year
        CHECK (valid <@ daterange(make_date(year, 1, 1), make_date(year + 1, 1, 1)))
);
CREATE INDEX year_total_open ON read.year_total (person) WHERE upper_inf(known);
CREATE INDEX year_total_year ON read.year_total (year, points);

-- The number tells a person's registrations apart. Two at one institution may overlap after a termination was revoked.
CREATE TABLE read.registration (
    person            text      NOT NULL,
    valid             daterange NOT NULL CHECK (NOT isempty(valid)),
    known             int8range NOT NULL CHECK (NOT isempty(known) AND lower(known) >= 0),
    registration      bigint    NOT NULL,
    institution       text      NOT NULL,
    begun             date      NOT NULL,
    ends              date,
    role              text      NOT NULL,
    primary_place     boolean   NOT NULL,
    person_code       text,
    region            text,
    practice_type     text,
    practice_category text,
    practice_scope    text,
    title             text,
    CONSTRAINT registration_once
        EXCLUDE USING gist (person WITH =, registration WITH =, valid WITH &&, known WITH &&),
    CONSTRAINT registration_within_term CHECK (valid <@ daterange(begun, ends))
);
CREATE INDEX registration_open ON read.registration (person) WHERE upper_inf(known);
CREATE INDEX registration_institution ON read.registration (institution, person);
CREATE INDEX registration_region ON read.registration (region, person) WHERE region IS NOT NULL;

-- People of whose history an event could not follow or be read: since that position nothing can be said of them. Their
-- rows end there. Only a rebuild takes a mark back.
CREATE TABLE read.stopped (
    person   text   PRIMARY KEY,
    position bigint NOT NULL CHECK (position >= 0),
    reason   text   NOT NULL
);

-- The last position that the tables reflect, moved in the same transaction as the rows.
CREATE TABLE read.progress (
    reader   text   PRIMARY KEY,
    position bigint NOT NULL CHECK (position >= -1)
);
INSERT INTO read.progress (reader, position) VALUES ('live', -1);

GRANT SELECT ON read.standing, read.year_total, read.registration, read.stopped, read.progress TO ${ledgerRole};

RESET ROLE;
