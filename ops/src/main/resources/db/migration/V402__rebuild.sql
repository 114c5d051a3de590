-- Which tables of rows are live, and how far a rebuild has come that shall take their place. Runs as the owner.

SET ROLE ${projectorRole};

-- The tables called read.… are always the live ones; a rebuild makes its own in read_1, read_2, … and gives them these
-- names in one transaction, with the number. Whoever read rows under one number and finds another has mixed them.
ALTER TABLE read.progress ADD COLUMN build bigint NOT NULL DEFAULT 0 CHECK (build >= 0);

-- The processor's token bears the number in its name from now on, and begins where the tables stand.
DELETE FROM read.token_entry WHERE processor_name = 'live';

-- One row while a rebuild is begun, written in the same transactions as its rows.
CREATE TABLE read.rebuild (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    -- The number of its schema.
    build    bigint  NOT NULL CHECK (build > 0),
    -- Digests of the tables' layout and of the program that folds: with others nothing of it can be used.
    layout   text    NOT NULL,
    program  text    NOT NULL,
    -- Whole streams are loaded up to this position.
    snapshot bigint  NOT NULL CHECK (snapshot >= -1),
    -- How many events that are, how many of them are loaded, and up to which stream.
    events   bigint  NOT NULL CHECK (events >= 0),
    loaded   bigint  NOT NULL DEFAULT 0 CHECK (loaded >= 0),
    stream   text    NOT NULL DEFAULT '',
    -- Set once all is loaded and indexed; from then on events follow in log order.
    indexed  boolean NOT NULL DEFAULT false,
    position bigint  NOT NULL CHECK (position >= snapshot)
);

RESET ROLE;
