-- Run once, as a superuser, before the first start on a PostgreSQL of your own:
--   psql -v owner_password=... -v ledger_password=... -v projector_password=... -v identity_password=... -f prepare.sql
-- The embedded PostgreSQL is prepared by this same file.

CREATE ROLE payqual_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE payqual_ledger LOGIN PASSWORD :'ledger_password';
CREATE ROLE payqual_projector LOGIN PASSWORD :'projector_password';
CREATE ROLE payqual_identity LOGIN PASSWORD :'identity_password';

-- The owner creates the read models' schema and hands it to the projector.
GRANT payqual_projector TO payqual_owner;

-- A writer that stays open holds up the sealing of everyone's events, so it may not stay open.
ALTER ROLE payqual_ledger SET transaction_timeout = '10s';
ALTER ROLE payqual_ledger SET idle_in_transaction_session_timeout = '5s';
ALTER ROLE payqual_ledger SET lock_timeout = '5s';

-- Who changes a key waits for everyone who is writing under the former one.
ALTER ROLE payqual_identity SET transaction_timeout = '30s';
ALTER ROLE payqual_identity SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE payqual_identity SET lock_timeout = '10s';

CREATE DATABASE payqual OWNER payqual_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C';
REVOKE ALL ON DATABASE payqual FROM PUBLIC;
GRANT CONNECT ON DATABASE payqual TO payqual_ledger, payqual_projector, payqual_identity;
-- A rebuild fills a schema of its own beside the one that serves.
GRANT CREATE ON DATABASE payqual TO payqual_projector;
