package org.payqual.ops.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.payqual.domain.ledger.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of erasures, which only grows. A copy of it apart from the database repeats them after a restore. */
final class Erasures {

    private final JdbcClient jdbc;

    Erasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
