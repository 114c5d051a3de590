package org.payqual.ops.read;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import org.payqual.domain.Events;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.Permits;
import org.payqual.domain.identity.IdentityReader;
import org.payqual.ops.http.StrictJson;
import org.payqual.projections.handling.RestingScores;
import org.payqual.projections.live.Progress;
import org.payqual.projections.log.LogReader;
import org.payqual.query.handling.HandlingsKnown;
import org.payqual.query.institution.Crossings;
import org.payqual.query.institution.HeadRows;
import org.payqual.query.institution.PeopleRows;
import org.payqual.query.institution.RegisteredPeople;
import org.payqual.query.knowledge.Knowledge;
import org.payqual.query.knowledge.Today;
import org.payqual.query.person.Disclosure;
import org.payqual.query.person.History;
import org.payqual.query.person.MaskedIdentities;
import org.payqual.query.person.PersonLookup;
import org.payqual.query.person.PersonRows;
import org.payqual.query.settlement.AnswerCounts;
import org.payqual.query.settlement.Folded;
import org.payqual.query.settlement.LineChecks;
import org.payqual.query.settlement.PastChecks;
import org.payqual.query.settlement.index.SettlementIndex;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectWriter;

/** What the controllers that read answer from. */
@Configuration(proxyBeanMethods = false)
public class AnswerConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    Knowledge knowledge(
            @Qualifier("readingDataSource") HikariDataSource reading, LogReader log, Progress progress, Clock clock) {
        return new Knowledge(JdbcClient.create(reading), log, progress, clock, PATIENCE);
    }

    @Bean
    Today today(Clock clock) {
        return new Today(clock);
    }

    @Bean
    PersonRows personRows(@Qualifier("readingDataSource") HikariDataSource reading) {
        return new PersonRows(JdbcClient.create(reading));
    }

    @Bean
    PersonLookup personLookup(Knowledge knowledge, PersonRows rows) {
        return new PersonLookup(knowledge, rows);
    }

    @Bean
    PeopleRows peopleRows(@Qualifier("readingDataSource") HikariDataSource reading) {
        return new PeopleRows(JdbcClient.create(reading));
    }

    @Bean
    HeadRows headRows(@Qualifier("readingDataSource") HikariDataSource reading) {
        return new HeadRows(JdbcClient.create(reading));
    }

    @Bean
    Crossings crossings(LogReader log) {
        return new Crossings(log, Events.codec());
    }

    @Bean
    RegisteredPeople registeredPeople(Knowledge knowledge, PeopleRows rows, PersonRows records) {
        return new RegisteredPeople(knowledge, rows, records);
    }

    @Bean
    Disclosure disclosure(AccessRecord record) {
        return new Disclosure(record);
    }

    @Bean
    MaskedIdentities maskedIdentities(IdentityReader identities, Permits permits, AccessRecord record) {
        return new MaskedIdentities(identities::readAll, permits, record);
    }

    @Bean
    History history(LogReader log) {
        return new History(log, Events.codec());
    }

    @Bean
    HandlingsKnown handlingsKnown(LogReader log, @Qualifier("readingDataSource") HikariDataSource reading) {
        return new HandlingsKnown(log, Events.codec(), new RestingScores(JdbcClient.create(reading)));
    }

    @Bean
    Folded folded(LogReader log) {
        return new Folded(log, Events.codec());
    }

    @Bean
    AnswerCounts answerCounts() {
        return new AnswerCounts();
    }

    @Bean
    LineChecks lineChecks(SettlementIndex index, Knowledge knowledge, AccessRecord record, AnswerCounts counts) {
        return new LineChecks(index, knowledge, record, counts);
    }

    @Bean
    PastChecks pastChecks(Folded folded, PersonRows rows, AnswerCounts counts) {
        return new PastChecks(folded, rows, counts);
    }

    @Bean
    ObjectWriter lineWriter() {
        return StrictJson.mapper().writer();
    }
}
