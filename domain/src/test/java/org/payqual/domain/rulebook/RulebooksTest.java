package org.payqual.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulebooksTest {

    private static final Rulebooks ONE = adopted(Rulebooks.none(), Elsewhere.TEXT);

    /** Like the invented rulebook, with another id, other regions and other days. */
    private static String text(String id, String region, String effective) {
        return Elsewhere.TEXT
                .replace("id: elsewhere-2026", "id: " + id)
                .replace("['99']", "['" + region + "']")
                .replace("from: 2026-01-01, until: 2028-01-01", effective);
    }

    private static String extension(String id, String base, String region, String effective) {
        return """
                format: 1
                id: %s
                title: {zh: 区办法, en: Measures of a district}
                status: {zh: 虚构, en: invented}
                effective: {%s, cites: DT-9}
                regions: ['%s']
                extends: %s
                """.formatted(id, effective, region, base);
    }

    private static Adoption adopt(Rulebooks before, String text) {
        return before.adopt(Elsewhere.bytes(text));
    }

    private static Rulebooks adopted(Rulebooks before, String text) {
        return ((Adoption.Adopted) adopt(before, text)).all();
    }

    private static String governs(Rulebooks rulebooks, String region, String day) {
        return rulebooks
                .governing(region, LocalDate.parse(day))
                .rulebook()
                .map(Rulebook::id)
                .orElse("none");
    }

    @Test
    void adopting_gives_another_set_and_leaves_the_first() {
        assertThat(Rulebooks.none().all()).isEmpty();
        assertThat(ONE.all()).hasSize(1);
        assertThat(ONE.byId("elsewhere-2026")).isPresent();
        assertThat(ONE.byId("nowhere-1999")).isEmpty();
    }

    @Test
    void the_same_bytes_are_known_and_a_faulty_file_is_told() {
        assertThat(adopt(ONE, Elsewhere.TEXT))
                .isEqualTo(new Adoption.Known(ONE.byId("elsewhere-2026").orElseThrow()));
        assertThat(adopt(ONE, "format: 1")).isInstanceOf(Adoption.Faulty.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "elsewhere-2026 | 88   | from: 2026-01-01                              | id-used",
                "second         | 99   | from: 2026-01-01                              | two-rulebooks",
                "second         | 9901 | from: 2027-12-31                              | two-rulebooks",
                "second         | 9    | from: 2020-01-01, until: 2026-01-02           | two-rulebooks",
                "second         | 99   | from: 2027-01-01, takesOver: nowhere-1999     | unknown-rulebook",
                "second         | 88   | from: 2026-01-01                              | ok",
                "second         | 99   | from: 2028-01-01                              | ok",
                "second         | 99   | from: 2020-01-01, until: 2026-01-01           | ok",
                "second         | 99   | from: 2027-01-01, takesOver: elsewhere-2026   | ok"
            })
    void two_rulebooks_for_one_region_and_day_are_refused(String id, String region, String effective, String code) {
        String answer = switch (adopt(ONE, text(id, region, effective))) {
            case Adoption.Adopted adopted -> "ok";
            case Adoption.Refused refused -> refused.refusal().code();
            case Adoption.Known known -> "known";
            case Adoption.Faulty faulty -> faulty.faults().toString();
        };
        assertThat(answer).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "99,     2026-01-01, elsewhere-2026",
        "990101, 2027-12-31, elsewhere-2026",
        "990101, 2028-01-01, none",
        "990101, 2025-12-31, none",
        "9,      2026-06-01, none",
        "880000, 2026-06-01, none"
    })
    void governs_by_region_and_day(String region, String day, String id) {
        assertThat(governs(ONE, region, day)).isEqualTo(id);
    }

    @Test
    void tells_which_rulebook_would_be_needed() {
        assertThat(ONE.governing("990101", LocalDate.of(2028, 1, 1)))
                .isInstanceOfSatisfying(
                        Governing.None.class,
                        none -> assertThat(none.needed().en())
                                .isEqualTo(
                                        "a rulebook for region 990101 on 2028-01-01 would have to be adopted; there is"
                                                + " elsewhere-2026 (2026-01-01–2027-12-31)"));
        assertThat(ONE.governing("880000", LocalDate.of(2026, 1, 1)))
                .isInstanceOfSatisfying(
                        Governing.None.class,
                        none -> assertThat(none.needed().zh()).isEqualTo("需要采纳一部于 2026-01-01 适用于区划 880000 的规则册"));
    }

    @ParameterizedTest
    @CsvSource({
        "990101, 2026-06-30, elsewhere-2026", // before it begins
        "990101, 2026-07-01, district",
        "990101, 2026-12-31, district",
        "990101, 2027-01-01, elsewhere-2026", // after it ended
        "990201, 2026-08-01, elsewhere-2026" // outside its region
    })
    void an_extending_rulebook_stands_over_its_base_while_it_governs(String region, String day, String id) {
        Rulebooks two =
                adopted(ONE, extension("district", "elsewhere-2026", "9901", "from: 2026-07-01, until: 2027-01-01"));
        assertThat(governs(two, region, day)).isEqualTo(id);
    }

    @Test
    void an_extension_needs_its_base_adopted() {
        assertThat(adopt(Rulebooks.none(), extension("district", "elsewhere-2026", "9901", "from: 2026-07-01")))
                .isInstanceOf(Adoption.Faulty.class);
    }

    @Test
    void two_extensions_of_one_base_must_not_meet() {
        Rulebooks two = adopted(ONE, extension("district", "elsewhere-2026", "9901", "from: 2026-07-01"));
        assertThat(adopt(two, extension("other", "elsewhere-2026", "9901", "from: 2026-08-01")))
                .isInstanceOf(Adoption.Refused.class);
        assertThat(adopt(two, extension("other", "elsewhere-2026", "9902", "from: 2026-08-01")))
                .isInstanceOf(Adoption.Adopted.class);
        assertThat(adopt(two, extension("other", "district", "990101", "from: 2026-08-01")))
                .isInstanceOf(Adoption.Adopted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, elsewhere-2026", // the day before the handover
        "2027-01-01, second",
        "2027-06-30, second",
        "2027-07-01, none" // what was taken over does not come back
    })
    void the_handover_is_for_good(String day, String id) {
        Rulebooks two =
                adopted(ONE, text("second", "99", "from: 2027-01-01, until: 2027-07-01, takesOver: elsewhere-2026"));
        assertThat(governs(two, "990101", day)).isEqualTo(id);
    }
}
