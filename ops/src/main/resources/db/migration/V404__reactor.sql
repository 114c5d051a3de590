-- What the program does of itself because of something recorded: how far it has come in the log, what it remembers from
-- there, and what it could not do yet. Not read models: no rebuild of those touches them.

CREATE SCHEMA reactor AUTHORIZATION ${projectorRole};

SET ROLE ${projectorRole};

-- Up to this position all that follows is done, or held up below.
CREATE TABLE reactor.progress (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position bigint  NOT NULL CHECK (position >= -1)
);
INSERT INTO reactor.progress (position) VALUES (-1);

-- Events of which not all that follows could be done, such as a command to a person whose history cannot be read. They
-- are tried again; meanwhile all others go on.
CREATE TABLE reactor.held_up (
    position bigint      PRIMARY KEY CHECK (position >= 0),
    -- Codes, never content.
    reasons  text[]      NOT NULL CHECK (cardinality(reasons) > 0),
    since    timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE reactor.overturned (
    handling text PRIMARY KEY,
    event    text NOT NULL
);

-- Who was scored on which handling, and when the score fell, by whatever cause.
CREATE TABLE reactor.score (
    person   text   NOT NULL,
    notice   text   NOT NULL,
    handling text   NOT NULL,
    scored   bigint NOT NULL CHECK (scored >= 0),
    fell     bigint CHECK (fell > scored),
    PRIMARY KEY (person, notice)
);
CREATE INDEX score_handling ON reactor.score (handling);

RESET ROLE;
