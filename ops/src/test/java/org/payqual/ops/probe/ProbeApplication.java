package org.payqual.ops.probe;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.payqual.domain.access.PeopleOfInstitution;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.ops.access.sample.LedgerKind;
import org.payqual.ops.postgres.TestPostgres;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;

/** The web layer alone, with the probe's controllers, a database and invented registrations. */
@Profile("probe")
@SpringBootConfiguration
@EnableAutoConfiguration(excludeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ComponentScan({
    "org.payqual.ops.access",
    "org.payqual.ops.http",
    "org.payqual.ops.openapi",
    "org.payqual.ops.problem",
    "org.payqual.ops.probe"
})
class ProbeApplication {

    @Bean(destroyMethod = "") // The cluster goes down with the JVM, and the next one clears it.
    TestPostgres.Database database() {
        return TestPostgres.create();
    }

    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource ledger(TestPostgres.Database database) {
        return database.access().ledgerPool();
    }

    @Bean(destroyMethod = "close")
    HikariDataSource accessRecordDataSource(TestPostgres.Database database) {
        return database.access().accessRecordPool();
    }

    @Bean
    JdbcTemplate ledgerTemplate(HikariDataSource ledger) {
        return new JdbcTemplate(ledger);
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    LedgerKind sample() {
        return () -> true;
    }

    @Bean
    PeopleOfInstitution registrations() {
        return (institution, people) -> {
            if (institution.equals("H503")) {
                throw new ProblemException(new Problem.NotYet("position-not-reached", 1, "尚未到达。", "Not reached yet."));
            }
            Set<String> own = new HashSet<>(people);
            own.retainAll(institution.equals("H1") ? Set.of(Probe.PERSON_OF_H1) : Set.of());
            return own;
        };
    }
}
