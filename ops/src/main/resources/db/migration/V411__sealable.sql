-- An event of which no leaf can be made stops the sealing of all that follow. The program appends none; these checks say
-- so to every other hand with the ledger's role. Runs as the owner.

ALTER TABLE ledger.domain_event_entry
    ADD CONSTRAINT stream_has_a_name CHECK (aggregate_identifier ~ '^[a-z]+/[^/]+$'),
    ADD CONSTRAINT metadata_is_an_object CHECK (meta_data IS JSON OBJECT WITH UNIQUE KEYS);
