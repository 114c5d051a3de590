package org.payqual.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.payqual.domain.file.Outcome;
import org.payqual.domain.rulebook.Deadline.Anchor;
import org.payqual.domain.rulebook.Deadline.Due;

/** A second authority's rules, and the national baseline under them. */
class ChaoyangRulebookTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 10);
    private static final Rulebook NATIONAL = read("national-2024");
    private static final Rulebook CHAOYANG = read("chaoyang-2025");

    /** The city's table, as somebody who has it begins to fill it in. */
    private static final String TABLE = """
            format: 1
            id: chaoyang-table-2025
            title: {zh: 市记分细则, en: The city's table}
            status: {zh: 虚构, en: invented}
            effective: {from: 2025-03-01, takesOver: chaoyang-2025, cites: BJ-1}
            regions: ['110105']
            extends: chaoyang-2025
            replaces: [circumstances]
            circumstances:
              BJ-3.1: {band: minor, handling: AGREEMENT_HANDLING, about: {zh: 虚构, en: invented}}
            """;

    private static Rulebook read(String id) {
        return new RulebookReader(ShippedRulebooks::file)
                .readExtending(file(id))
                .expectSound();
    }

    private static byte[] file(String id) {
        return ShippedRulebooks.file(id).orElseThrow();
    }

    private static Rulebooks adopted(Rulebooks before, byte[] file) {
        assertThat(before.adopt(file)).isInstanceOf(Adoption.Adopted.class);
        return ((Adoption.Adopted) before.adopt(file)).all();
    }

    private static Rulebooks adoptedAll() {
        return Stream.of("tianjin-2025", "national-2024", "chaoyang-2025")
                .map(ChaoyangRulebookTest::file)
                .reduce(Rulebooks.none(), ChaoyangRulebookTest::adopted, (one, other) -> other);
    }

    @Test
    void it_is_adopted_beside_tianjin_after_the_baseline_that_it_extends() {
        Rulebooks all = adoptedAll();
        assertThat(all.governing("110105", DAY)).isEqualTo(new Governing.One(CHAOYANG));
        assertThat(all.governing("120101", DAY))
                .isInstanceOfSatisfying(
                        Governing.One.class,
                        one -> assertThat(one.governs().id()).isEqualTo("tianjin-2025"));
        assertThat(all.governing("110108", DAY)).as("another district").isInstanceOf(Governing.None.class);
        assertThat(Rulebooks.none().adopt(file("chaoyang-2025"))).isInstanceOf(Adoption.Faulty.class);
    }

    @Test
    void the_baseline_governs_nowhere_by_itself() {
        assertThat(NATIONAL.regions()).isEmpty();
        assertThat(adopted(Rulebooks.none(), file("national-2024")).governing("110105", DAY))
                .isInstanceOf(Governing.None.class);
    }

    @Test
    void the_table_of_the_city_is_filled_in_by_a_rulebook_that_extends_it() {
        Rulebooks all = adopted(adoptedAll(), TABLE.getBytes(StandardCharsets.UTF_8));
        Rulebook filled = all.byId("chaoyang-table-2025").orElseThrow();
        assertThat(all.governing("110105", DAY)).isEqualTo(new Governing.One(filled));
        assertThat(filled.circumstance("BJ-3.1").orElseThrow().handlings())
                .containsExactly(HandlingKind.AGREEMENT_HANDLING);
        assertThat(filled.circumstance("NG-1-3")).isEmpty();
        assertThat(filled.appeal()).isEqualTo(CHAOYANG.appeal());
    }

    @Test
    void what_the_measures_do_not_say_is_the_baselines() {
        assertThat(List.of(CHAOYANG.bands(), CHAOYANG.circumstances(), CHAOYANG.responsibility(), CHAOYANG.measures()))
                .isEqualTo(List.of(
                        NATIONAL.bands(), NATIONAL.circumstances(), NATIONAL.responsibility(), NATIONAL.measures()));
        assertThat(CHAOYANG.settlement(StandingKind.TERMINATED).registeredWhenItBegan())
                .isTrue();
        assertThat(CHAOYANG.readings()).containsKeys("measures.atExpiry", "restoration.training");
        assertThat(CHAOYANG.readings().get("effective.from").provision()).hasToString("CY-19");
    }

    @Test
    void every_refusal_that_the_law_knows_finds_its_provision() {
        Registration registration = CHAOYANG.registration();
        Restoration restoration = CHAOYANG.restoration();
        assertThat(Stream.of(
                        registration.commitment(),
                        registration.barred(),
                        CHAOYANG.responsibility(),
                        CHAOYANG.sameInspection(),
                        CHAOYANG.measureTier(9).orElseThrow(),
                        registration.termServed(),
                        CHAOYANG.roles(InstitutionKind.HOSPITAL),
                        CHAOYANG.appeal().filing(),
                        CHAOYANG.repair(),
                        restoration,
                        CHAOYANG.repair().paths().get(Repair.Path.TRAINING_EXAM),
                        CHAOYANG.repair().paths().get(Repair.Path.ACTIVITY),
                        CHAOYANG.repair().never(),
                        CHAOYANG.repair().approval(),
                        CHAOYANG.repair().primaryPractice(),
                        restoration.direct(),
                        restoration.reviews().getFirst(),
                        restoration.training()))
                .extracting(cited -> cited.provision().citation())
                .containsExactly(
                        "CY-5",
                        "NG-TERMINATION",
                        "NG-RESPONSIBILITY",
                        "NG-SAME-INSPECTION",
                        "CY-8",
                        "CY-13",
                        "CY-1",
                        "CY-10",
                        "CY-15",
                        "CY-13",
                        "CY-15",
                        "CY-15",
                        "CY-15",
                        "CY-15",
                        "CY-15",
                        "CY-13",
                        "CY-14",
                        "CY-9");
    }

    @Test
    void a_notice_told_without_delay_is_never_overdue() {
        assertThat(CHAOYANG.notice().tellWorkingDays()).isNull();
        assertThat(CHAOYANG.deadlines().get(Duty.NOTICE).due()).isEqualTo(new Due.Open(Anchor.NOTICE));
        assertThat(CHAOYANG.deadlines().get(Duty.APPEAL).due()).isEqualTo(new Due.Within(5, Anchor.RECEIPT));
    }

    @Test
    void an_extending_file_alone_has_faults_and_not_half_a_law() {
        assertThat(RulebookReader.read(file("chaoyang-2025"))).isInstanceOf(Outcome.Faulty.class);
    }
}
