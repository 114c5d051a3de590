-- The ledger: events as they were written, and the log that seals them.
-- Runs as the owner. Placeholders: ledgerRole, projectorRole.

CREATE SCHEMA ledger;
GRANT USAGE ON SCHEMA ledger TO ${ledgerRole}, ${projectorRole};

-- Columns and uniqueness as Axon's JDBC engine uses them. The checks keep out what could never be sealed: one such row
-- would stop the log for everyone.
CREATE TABLE ledger.domain_event_entry (
    -- CACHE 1: the sequencer relies on the sequence's last value being at least every number handed out.
    global_index         bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
    event_identifier     text   NOT NULL CHECK (event_identifier <> ''),
    -- Type and id, as person/7d2a...: ids of different types may be the same.
    aggregate_identifier text   NOT NULL
        CHECK (starts_with(aggregate_identifier, type || '/') AND aggregate_identifier ~ '^[a-z]+/[^/]+$'),
    sequence_number      bigint NOT NULL CHECK (sequence_number >= 0),
    type                 text   NOT NULL
        CHECK (type IN ('ledger', 'law', 'person', 'institution', 'inspection', 'handling')),
    time_stamp           text   NOT NULL
        CHECK (time_stamp ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\.[0-9]{3})?Z$'
            AND pg_input_is_valid(time_stamp, 'timestamptz')),
    payload_type         text   NOT NULL CHECK (payload_type <> ''),
    payload_revision     text   NOT NULL CHECK (payload_revision ~ '^[1-9][0-9]{0,8}$'),
    payload              bytea  NOT NULL,
    -- One flat object of strings, no key twice.
    meta_data            bytea  NOT NULL CONSTRAINT metadata_of_strings
        CHECK (CASE WHEN convert_from(meta_data, 'UTF8') IS JSON OBJECT WITH UNIQUE KEYS
            THEN NOT jsonb_path_exists(
                convert_from(meta_data, 'UTF8')::jsonb, 'strict $.* ? (@.type() != "string")') ELSE false END),
    CONSTRAINT event_identifier_once UNIQUE (event_identifier),
    CONSTRAINT sequence_once_in_stream UNIQUE (aggregate_identifier, sequence_number)
);
CREATE UNIQUE INDEX ledger_opened_once ON ledger.domain_event_entry ((true)) WHERE payload_type = 'ledger.opened';

CREATE TABLE ledger.log (
    position     bigint PRIMARY KEY CHECK (position >= 0),
    global_index bigint NOT NULL UNIQUE,
    leaf_hash    bytea  NOT NULL CHECK (length(leaf_hash) = 32),
    -- Milliseconds since 1970-01-01T00:00Z by this server's clock.
    sealed_at    bigint NOT NULL CHECK (sealed_at > 0)
);
CREATE INDEX log_sealed_at ON ledger.log (sealed_at, position);

-- Whoever inserts holds this lock until its transaction ends, and took it before the first number was drawn. The
-- sequencer looks at the holders to learn which numbers may still be filled. Shared: writers never wait for each other.
-- The two numbers are also in AdvisoryLock.
CREATE FUNCTION ledger.announce_writer() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(7073, 1);
    RETURN NULL;
END
$$;
CREATE TRIGGER announce_writer BEFORE INSERT ON ledger.domain_event_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.announce_writer();

-- Roles lack the rights already; these triggers also stop an owner's slip of the hand.
CREATE FUNCTION ledger.refuse_change() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
    RAISE EXCEPTION '% on %.% refused: what is recorded never changes', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.domain_event_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.log
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.domain_event_entry ENABLE ALWAYS TRIGGER announce_writer;
ALTER TABLE ledger.domain_event_entry ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE ledger.log ENABLE ALWAYS TRIGGER refuse_change;

-- The log's own law, whatever program writes it: it grows at its end, without gaps, in the order of the events'
-- numbers, passing over none that is there, and its clock never runs back.
CREATE FUNCTION ledger.require_continuation() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
DECLARE
    first_new  bigint;
    last_index bigint;
    count_new  bigint;
    before     ledger.log;
BEGIN
    SELECT min(position), max(global_index), count(*) INTO first_new, last_index, count_new FROM added;
    IF first_new IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT * INTO before FROM ledger.log WHERE position < first_new ORDER BY position DESC LIMIT 1;
    IF coalesce(before.position, -1) + 1 <> first_new
        OR EXISTS (
            SELECT FROM (
                SELECT position - lag(position, 1, coalesce(before.position, -1)) OVER w       AS step,
                       global_index - lag(global_index, 1, coalesce(before.global_index, 0)) OVER w AS later,
                       sealed_at - lag(sealed_at, 1, coalesce(before.sealed_at, 0)) OVER w     AS elapsed
                FROM added WINDOW w AS (ORDER BY position)) AS steps
            WHERE step <> 1 OR later < 1 OR elapsed < 0)
        OR count_new <> (
            SELECT count(*) FROM ledger.domain_event_entry
            WHERE global_index > coalesce(before.global_index, 0) AND global_index <= last_index)
    THEN
        RAISE EXCEPTION 'the log continues at its end only, in order' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER require_continuation AFTER INSERT ON ledger.log
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger.require_continuation();

-- No right on global_index: the number comes from the sequence and from nowhere else.
GRANT SELECT ON ledger.domain_event_entry, ledger.log TO ${ledgerRole}, ${projectorRole};
GRANT INSERT (event_identifier, aggregate_identifier, sequence_number, type, time_stamp, payload_type,
              payload_revision, payload, meta_data) ON ledger.domain_event_entry TO ${ledgerRole};
GRANT INSERT ON ledger.log TO ${ledgerRole};
GRANT SELECT ON SEQUENCE ledger.domain_event_entry_global_index_seq TO ${ledgerRole};
