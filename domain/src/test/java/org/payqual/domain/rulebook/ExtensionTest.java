package org.payqual.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.payqual.domain.file.Fault;
import org.payqual.domain.file.Outcome;

class ExtensionTest {

    /** Ten lines; what follows them stands from line 11 on. */
    private static final String HEADER = """
            format: 1
            id: district-2026
            title: {zh: 区办法, en: Measures of a district}
            status: {zh: 虚构, en: invented}
            effective:
              from: 2026-01-01
              cites: DT-9
            regions: ['9901']
            extends: elsewhere-2026
            replaces: [%s]
            """;

    private static final Map<String, String> BASES = Map.of(
            "elsewhere-2026", Elsewhere.TEXT,
            "broken-2026", Elsewhere.TEXT.replace("GENERAL: 1", "GENERAL: 100"),
            "circle-2026", HEADER.formatted("").replace("elsewhere-2026", "circle-2026"));

    private static Outcome<Rulebook> read(String text) {
        return new RulebookReader(id -> Optional.ofNullable(BASES.get(id)).map(Elsewhere::bytes))
                .readExtending(Elsewhere.bytes(text));
    }

    private static String told(String text) {
        return switch (read(text)) {
            case Outcome.Sound<Rulebook> sound -> "";
            case Outcome.Faulty<Rulebook> faulty ->
                faulty.faults().stream().map(Fault::toString).collect(Collectors.joining(" // "));
        };
    }

    @Test
    void takes_over_whatever_it_does_not_say_and_nothing_of_the_header() {
        Rulebook base = RulebookReader.read(Elsewhere.bytes(Elsewhere.TEXT)).expectSound();
        Rulebook district = read(HEADER.formatted("")).expectSound();
        assertThat(district.base()).isEqualTo("elsewhere-2026");
        assertThat(district.id()).isEqualTo("district-2026");
        assertThat(district.regions()).containsExactly("9901");
        assertThat(district.effectiveUntil()).isNull();
        assertThat(district)
                .usingRecursiveComparison()
                .ignoringFields("id", "sha256", "title", "status", "base", "effective", "regions")
                .isEqualTo(base);
    }

    @Test
    void replaces_what_it_names_and_adds_by_code() {
        Rulebook district = read(HEADER.formatted("notice, settlement.TERMINATED, measures.start") + """
                        notice: {tell: 9 working days, cites: DT-1}
                        settlement:
                          TERMINATED: {pays: nothing, cites: DT-2}
                        measures:
                          start: handling date
                        circumstances:
                          DT-3: {band: low, about: {zh: 补充, en: one more}}
                        """)
                .expectSound();
        assertThat(district.notice().tellWorkingDays()).isEqualTo(9);
        assertThat(district.settlement(StandingKind.TERMINATED).provision()).hasToString("DT-2");
        assertThat(district.settlement(StandingKind.NORMAL).provision()).hasToString("EW-30");
        assertThat(district.measures().start()).isEqualTo(Measures.Start.HANDLING_DATE);
        assertThat(district.measures().provision()).hasToString("EW-24");
        assertThat(district.circumstances()).containsKeys("EW-10.1", "DT-3");
        assertThat(district.readings())
                .as("the base's reason for what is replaced goes with it")
                .isEmpty();
    }

    @Test
    void reasons_of_the_base_for_its_own_header_stay_with_it() {
        String reasoned = Elsewhere.TEXT + "  effective.from: {because: {zh: 理由, en: a reason}, cites: EW-60}\n";
        String extending = HEADER.formatted("").replace("elsewhere-2026", "reasoned-2026");
        RulebookReader reader = new RulebookReader(id ->
                Optional.of(reasoned).filter(it -> id.equals("reasoned-2026")).map(Elsewhere::bytes));
        assertThat(RulebookReader.read(Elsewhere.bytes(reasoned)).expectSound().readings())
                .containsOnlyKeys("measures.start", "effective.from");
        assertThat(reader.readExtending(Elsewhere.bytes(extending))
                        .expectSound()
                        .readings())
                .containsOnlyKeys("measures.start");
    }

    @Test
    void says_again_what_the_base_says() {
        assertThat(told(HEADER.formatted("") + "notice: {tell: 1 working day, cites: EW-47}\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    "" | notice: {tell: 2 working days, cites: EW-47} | 11:16 notice.tell: changes a value of the base; name notice.tell under replaces
                    "" | notice: 2 working days | 11:9 notice: changes a value of the base; name notice under replaces // 11:9 notice: expected keys with values
                    notice.tell | notice: {tell: 2 working days, cites: DT-1} | 11:39 notice.cites: changes a value of the base; name notice.cites under replaces
                    "" | consequences: [{from: 7, interview: required, cites: DT-1}] | 11:15 consequences: changes a value of the base; name consequences under replaces
                    "" | measures: {remark: x} | 11:12 measures.remark: adds to what the base says; name measures under replaces // 11:12 measures.remark: unknown key; known here: atExpiry, atYearEnd, bothColumns, cites, firstDay, oneNotice, several, start
                    "" | circumstances: {EW-10.1: {regulation: 38}} | 11:27 circumstances.EW-10.1.regulation: adds to what the base says; name circumstances.EW-10.1 under replaces // 11:39 circumstances.EW-10.1.regulation: only an ADMINISTRATIVE_PENALTY rests on articles of the regulation
                    notice | year: {of: handling date, cap: 12, cites: EW-15} | 10:12 replaces[1]: this file does not say notice
                    fees | fees: {late: 3} | 10:12 replaces[1]: the base has no fees // 11:1 fees: unknown key; known here: appeal, bands, breaches, circumstances, consequences, deadlines, effective, extends, format, id, institutions, measures, moves, notice, people, readings, regions, registration, repair, replaces, responsibility, restoration, sameInspection, settlement, status, title, year
                    bands | bands: {low: {GENERAL: 1, IMPORTANT: 2, PRIMARY: 3, cites: DT-1}} | 9:10 circumstances.EW-11.1.band: there is no band high // 9:10 circumstances.EW-11.2.band: there is no band high // 9:10 circumstances.EW-11.3.band: there is no band high
                    """)
    void tells_what_changes_without_being_named(String replaces, String body, String faults) {
        assertThat(told(HEADER.formatted(replaces) + body + "\n")).isEqualTo(faults);
    }

    @ParameterizedTest
    @CsvSource({
        "nowhere-1999, 9:10 extends: there is no rulebook nowhere-1999",
        "broken-2026, 9:10 extends: broken-2026 has faults itself",
        "circle-2026, 9:10 extends: circle-2026 has faults itself"
    })
    void tells_that_the_base_cannot_be_had(String base, String fault) {
        assertThat(told(HEADER.formatted("").replace("elsewhere-2026", base))).isEqualTo(fault);
    }

    @Test
    void a_base_may_extend_another() {
        String county = HEADER.formatted("")
                .replace("id: district-2026", "id: county-2026")
                .replace("extends: elsewhere-2026", "extends: district-2026")
                .replace("['9901']", "['990101']");
        Map<String, String> bases = Map.of("elsewhere-2026", Elsewhere.TEXT, "district-2026", HEADER.formatted(""));
        Rulebook read = new RulebookReader(
                        id -> Optional.ofNullable(bases.get(id)).map(Elsewhere::bytes))
                .readExtending(Elsewhere.bytes(county))
                .expectSound();
        assertThat(List.of(read.id(), String.valueOf(read.base()))).containsExactly("county-2026", "district-2026");
        assertThat(read.tiers()).hasSize(3);
    }
}
