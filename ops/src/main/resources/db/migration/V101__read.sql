-- The read models' home. Tables here may be dropped and built anew from the log, so the projector owns them:
-- later scripts begin with SET ROLE ${projectorRole} and end with RESET ROLE.

CREATE SCHEMA read AUTHORIZATION ${projectorRole};
GRANT USAGE ON SCHEMA read TO ${ledgerRole};

SET ROLE ${projectorRole};

-- How far each processor has come; columns as Axon's token store uses them.
CREATE TABLE read.token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    "timestamp"    text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);

RESET ROLE;
