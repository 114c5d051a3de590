-- Settlement checks: who had many lines answered at once, and whose a code is.
-- Placeholders: ledgerRole, projectorRole.

-- One row for a run of lines answered together. BulkReading tells the form of a line.
CREATE TABLE access.bulk_reading (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- By this server's clock, whatever whoever inserts believes.
    read_at      timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
    issuer       text    NOT NULL CHECK (issuer <> ''),
    subject      text    NOT NULL CHECK (subject <> ''),
    role         text    NOT NULL CHECK (role <> ''),
    organisation text,
    ability      text    NOT NULL CHECK (ability <> ''),
    as_of        bigint  NOT NULL CHECK (as_of >= 0),
    asked        integer NOT NULL CHECK (asked >= 0),
    institutions text[]  NOT NULL CHECK (array_position(institutions, NULL) IS NULL),
    reasons      text[]  NOT NULL CHECK (array_position(reasons, NULL) IS NULL),
    lines        bytea   NOT NULL CHECK (length(lines) % 24 = 0),
    correlation  text
);
-- Random ids do not compress: trying costs time at every insert and search.
ALTER TABLE access.bulk_reading ALTER COLUMN lines SET STORAGE EXTERNAL;
CREATE INDEX bulk_reading_read_at ON access.bulk_reading (read_at);

GRANT SELECT ON access.bulk_reading TO ${ledgerRole};
GRANT INSERT (issuer, subject, role, organisation, ability, as_of, asked, institutions, reasons, lines, correlation)
    ON access.bulk_reading TO ${ledgerRole};

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON access.bulk_reading
    FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();
ALTER TABLE access.bulk_reading ENABLE ALWAYS TRIGGER refuse_change;

CREATE FUNCTION access.number_at(lines bytea, place integer) RETURNS integer
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS
$$
    SELECT get_byte(lines, place) * 256 + get_byte(lines, place + 1)
$$;

-- Every line about a person, whoever asked. Rows without the person's id are passed over by one comparison of bytes.
CREATE FUNCTION access.checks_of(
    person uuid, since timestamptz DEFAULT '-infinity', before timestamptz DEFAULT 'infinity')
    RETURNS TABLE (
        reading bigint, read_at timestamptz, issuer text, subject text, role text, organisation text, as_of bigint,
        institution text, valid_at date, exception text, reason text, answer text)
    LANGUAGE sql STABLE SET search_path = pg_catalog AS
$$
    SELECT r.id, r.read_at, r.issuer, r.subject, r.role, r.organisation, r.as_of,
           r.institutions[access.number_at(r.lines, at + 16) + 1],
           date '1970-01-01' + access.number_at(r.lines, at + 18),
           (ARRAY ['NONE', 'EMERGENCY', 'OTHER'])[get_byte(r.lines, at + 22) + 1],
           r.reasons[access.number_at(r.lines, at + 20)],
           (ARRAY ['PAYABLE', 'NOT_PAYABLE', 'PAYABLE_AS_EXCEPTION', 'INSTITUTION_UNKNOWN', 'UNANSWERED'])
               [get_byte(r.lines, at + 23) + 1]
    FROM access.bulk_reading r,
         LATERAL generate_series(0, length(r.lines) - 24, 24) at
    WHERE r.read_at >= since AND r.read_at < before
      AND position(uuid_send(person) IN r.lines) > 0
      AND substring(r.lines FROM at + 1 FOR 16) = uuid_send(person)
    ORDER BY r.id, at
$$;

SET ROLE ${projectorRole};

-- Whose a code was at an earlier position.
CREATE INDEX registration_person_code ON read.registration (person_code) WHERE person_code IS NOT NULL;

RESET ROLE;
