package org.payqual.ops.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of erasures, which only grows. A copy of it apart from the database repeats them after a restore. */
final class Erasures {

    private final JdbcClient jdbc;

    Erasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds who ordered that an owner be erased, where somebody did. */
    Optional<Actor> of(Owner owner) {
        return jdbc.sql("select issuer, subject from identity.erasure where owner = :owner")
                .param("owner", owner.text())
                .query((row, number) -> new Actor(row.getString("issuer"), row.getString("subject"), Role.AGENCY, null))
                .optional();
    }

    /** Records that an owner was erased. */
    void add(Owner owner, Instant at, Actor by) {
        jdbc.sql("insert into identity.erasure (owner, erased_at, issuer, subject)"
                        + " values (:owner, :at, :issuer, :subject)")
                .param("owner", owner.text())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("issuer", by.issuer())
                .param("subject", by.subject())
                .update();
    }
}
