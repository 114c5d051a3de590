package org.payqual.ops.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Dependencies between modules point one way, and the law stands on its own. */
class ModulesTest {

    private static final JavaClasses HOUSE = House.classes();

    private static final String DOMAIN = "org.payqual.domain..";
    private static final String COMMAND = "org.payqual.command..";
    private static final String PROJECTIONS = "org.payqual.projections..";
    private static final String QUERY = "org.payqual.query..";
    private static final String OPS = "org.payqual.ops..";

    @Test
    void theDomainKnowsNoOtherModule() {
        none(DOMAIN, COMMAND, PROJECTIONS, QUERY, OPS);
    }

    @Test
    void commandsKnowTheDomainAlone() {
        none(COMMAND, PROJECTIONS, QUERY, OPS);
    }

    @Test
    void projectionsKnowTheDomainAlone() {
        none(PROJECTIONS, COMMAND, QUERY, OPS);
    }

    @Test
    void queriesKnowProjectionsAndTheDomain() {
        none(QUERY, COMMAND, OPS);
    }

    @Test
    void theDomainKnowsNoFrameworkAndNoDatabase() {
        none(
                DOMAIN,
                "org.springframework..",
                "org.axonframework..",
                "io.axoniq..",
                "jakarta..",
                "java.sql..",
                "javax.sql..",
                "org.postgresql..");
    }

    @Test
    void onlyWhatReadsAndWritesFilesAndEventsKnowsJackson() {
        check(noClasses()
                .that()
                .resideInAPackage(DOMAIN)
                .and()
                .resideOutsideOfPackages(
                        "org.payqual.domain.ledger..",
                        "org.payqual.domain.file..",
                        "org.payqual.domain.rulebook..",
                        "org.payqual.domain.calendar..",
                        "org.payqual.domain.scenario..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..", "com.networknt..")
                .because("facts, decisions and folds must not depend on how they are written"));
    }

    @Test
    void leavesNeedTheJdkAlone() {
        check(noClasses()
                .that()
                .resideInAPackage("org.payqual.domain.leaf..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.payqual.domain.leaf..", "org.jspecify.annotations..")
                .because("an auditor computes them from the JDK alone"));
    }

    @Test
    void nobodyUsesTheOldJackson() {
        none("org.payqual..", "com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");
    }

    private static void none(String from, String... to) {
        check(noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to));
    }

    /** A module that is still empty breaks no rule. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }
}
