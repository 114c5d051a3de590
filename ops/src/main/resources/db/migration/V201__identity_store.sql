-- Runs as the owner. Placeholder: identityRole.
--
-- Who stands behind a person's id, apart from the ledger. Nothing here is readable without keys kept outside the
-- database: names, numbers and texts are encrypted, a document's number is found by a keyed digest.

create schema identity;

-- Which keys there are. Never a key: a fingerprint tells the right key from a wrong one.
create table identity.key_version (
    purpose       text        not null check (purpose in ('master', 'index', 'digest', 'signing')),
    version       integer     not null check (version > 0),
    -- active: used for new entries; leaving: still read until its entries are redone; lost: declared lost while entries
    -- depend on it; retired: nothing depends on it
    state         text        not null check (state in ('active', 'leaving', 'lost', 'retired')),
    fingerprint   text        not null,
    public_key    bytea,
    introduced_at timestamptz not null default clock_timestamp(),
    changed_at    timestamptz not null default clock_timestamp(),
    primary key (purpose, version)
);
create unique index key_version_one_active on identity.key_version (purpose) where state = 'active';

-- One key per person, or per other stream ('institution/H1'). A lost master key opens a new generation.
create table identity.data_key (
    owner          text        not null,
    generation     integer     not null check (generation > 0),
    master_version integer,
    wrapped        bytea,
    created_at     timestamptz not null default clock_timestamp(),
    destroyed_at   timestamptz,
    primary key (owner, generation),
    check ((wrapped is null) = (destroyed_at is not null)),
    check ((wrapped is null) = (master_version is null))
);
create index data_key_by_master on identity.data_key (master_version, owner, generation) where wrapped is not null;

-- Names, documents, labels: rows are added, never changed.
create table identity.field (
    owner       text        not null,
    field       text        not null check (field in ('name', 'document', 'label')),
    version     integer     not null check (version > 0),
    generation  integer     not null,
    sealed      bytea       not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (owner, field, version),
    foreign key (owner, generation) references identity.data_key (owner, generation)
);

-- Texts by the digest that stands in an event; salt and text are sealed together.
create table identity.statement (
    digest      bytea       not null,
    owner       text        not null,
    generation  integer     not null,
    sealed      bytea       not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (digest),
    foreign key (owner, generation) references identity.data_key (owner, generation)
);

-- HMAC(index key, type | number) to person: what makes a document lead to one person only. While the index key changes,
-- a document stands here under the former key or under the new one.
create table identity.document_index (
    key_version      integer not null,
    digest           bytea   not null,
    owner            text    not null,
    document_version integer not null,
    primary key (key_version, digest)
);
create unique index document_index_by_owner on identity.document_index (owner, document_version, key_version);
create index document_index_by_key on identity.document_index (key_version, owner, document_version);

-- What was erased, by whom. Kept for good.
create table identity.erasure (
    owner     text        not null primary key,
    erased_at timestamptz not null,
    issuer    text        not null,
    subject   text        not null
);

create function identity.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    raise exception 'rows of % are never changed', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger erasure_kept before update or delete or truncate on identity.erasure
    for each statement execute function identity.refuse_change();
create trigger field_kept before update or delete or truncate on identity.field
    for each statement execute function identity.refuse_change();
create trigger statement_kept before update or delete or truncate on identity.statement
    for each statement execute function identity.refuse_change();

alter table identity.erasure enable always trigger erasure_kept;
alter table identity.field enable always trigger field_kept;
alter table identity.statement enable always trigger statement_kept;

-- The identity role alone sees any of this; neither the ledger's nor the projector's does.
grant usage on schema identity to ${identityRole};
grant select, insert, update (state, changed_at) on identity.key_version to ${identityRole};
grant select, insert, update (master_version, wrapped, destroyed_at) on identity.data_key to ${identityRole};
grant select, insert on identity.field, identity.statement, identity.erasure to ${identityRole};
grant select, insert, delete on identity.document_index to ${identityRole};
