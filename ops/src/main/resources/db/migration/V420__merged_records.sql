-- Two records of one person merged. In the identity store the documents of both lead to the one that goes on, and both
-- are erased together; the reactor remembers which events of a record were taken over from another.

create table identity.joined (
    owner      text        not null primary key,
    into_owner text        not null check (into_owner <> owner),
    joined_at  timestamptz not null default clock_timestamp()
);
create index joined_into on identity.joined (into_owner);
create trigger joined_kept before update or delete or truncate on identity.joined
    for each statement execute function identity.refuse_change();
alter table identity.joined enable always trigger joined_kept;
grant select, insert on identity.joined to ${identityRole};

SET ROLE ${projectorRole};

-- The records taken over by others: which events of the other tell of it, by their numbers, and from which position of
-- the log to which the merger is written. Between those two everything counts in both.
CREATE TABLE reactor.taken_over (
    record   text   PRIMARY KEY,
    person   text   NOT NULL,
    sequence bigint NOT NULL,
    events   bigint NOT NULL,
    begun    bigint NOT NULL,
    ended    bigint CHECK (ended > begun)
);
CREATE INDEX taken_over_person ON reactor.taken_over (person);

CREATE TABLE reactor.merged (
    person      text PRIMARY KEY,
    into_person text NOT NULL CHECK (into_person <> person)
);
CREATE INDEX merged_into ON reactor.merged (into_person);

-- A score that was entered wrongly never stands again, whereas its number may stand for another score.
ALTER TABLE reactor.score ADD COLUMN void boolean NOT NULL DEFAULT false;

-- There were no mergers before.
INSERT INTO reactor.progress (reaction, position) SELECT 'joined-identities', max(position) FROM reactor.progress;

RESET ROLE;
