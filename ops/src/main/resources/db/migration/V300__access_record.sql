-- Who read what of whom. Added to before each answer goes out; never changed.
-- Placeholder: ledgerRole.

CREATE SCHEMA access;
GRANT USAGE ON SCHEMA access TO ${ledgerRole};

CREATE TABLE access.reading (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- By this server's clock, whatever whoever inserts believes.
    read_at      timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
    issuer       text   NOT NULL CHECK (issuer <> ''),
    subject      text   NOT NULL CHECK (subject <> ''),
    role         text   NOT NULL CHECK (role <> ''),
    organisation text,
    ability      text   NOT NULL CHECK (ability <> ''),
    -- Ids of people, never names or numbers.
    people       text[] NOT NULL CHECK (array_position(people, NULL) IS NULL),
    valid_at     date,
    as_of        bigint CHECK (as_of >= 0),
    outcome      text   NOT NULL CHECK (outcome IN ('ANSWERED', 'UNKNOWN', 'REFUSED', 'UNANSWERED')),
    correlation  text
);
-- "Who looked at this person?" is the question that the record is kept for.
CREATE INDEX reading_people ON access.reading USING gin (people);
CREATE INDEX reading_read_at ON access.reading (read_at);

GRANT SELECT ON access.reading TO ${ledgerRole};
GRANT INSERT (issuer, subject, role, organisation, ability, people, valid_at, as_of, outcome, correlation)
    ON access.reading TO ${ledgerRole};

CREATE FUNCTION access.refuse_change() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
    RAISE EXCEPTION '% on %.% refused: the access record never changes', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON access.reading
    FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();
ALTER TABLE access.reading ENABLE ALWAYS TRIGGER refuse_change;
