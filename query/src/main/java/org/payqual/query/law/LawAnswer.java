package org.payqual.query.law;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.calendar.YearCalendar;
import org.payqual.domain.law.Law;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.query.knowledge.KnownAt;

/**
 * The rulebooks and calendars adopted: nothing else decides.
 *
 * @param reflects the state of the log
 * @param version the sequence number of the last adoption that the answer reflects, -1 before the first
 * @param rulebooks in the order of adoption
 * @param calendars in the order of adoption
 */
record LawAnswer(KnownAt reflects, long version, List<AdoptedRulebook> rulebooks, List<AdoptedCalendar> calendars) {

    /** Copies the lists. */
    LawAnswer {
        rulebooks = List.copyOf(rulebooks);
        calendars = List.copyOf(calendars);
    }

    static LawAnswer of(KnownAt reflects, Law law) {
        return new LawAnswer(
                reflects,
                law.version(),
                law.rulebooks().all().stream().map(AdoptedRulebook::of).toList(),
                law.calendars().all().stream().map(AdoptedCalendar::of).toList());
    }

    /** A text in both languages. */
    record Bilingual(String zh, String en) {}

    /**
     * A rulebook.
     *
     * @param id by which decisions name it
     * @param sha256 of the file's bytes, in hex
     * @param title of the instrument
     * @param status of the instrument, such as that it is a draft
     * @param base the id of the rulebook that it extends, where it extends one
     * @param effectiveFrom the first day on which it governs
     * @param effectiveUntil the first day on which it no longer does, where it says so
     * @param regions prefixes of the insurance regions that it governs
     */
    record AdoptedRulebook(
            String id,
            String sha256,
            Bilingual title,
            Bilingual status,
            @Nullable String base,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            List<String> regions) {

        static AdoptedRulebook of(Rulebook rulebook) {
            return new AdoptedRulebook(
                    rulebook.id(),
                    rulebook.sha256(),
                    new Bilingual(rulebook.title().zh(), rulebook.title().en()),
                    new Bilingual(rulebook.status().zh(), rulebook.status().en()),
                    rulebook.base(),
                    rulebook.effectiveFrom(),
                    rulebook.effectiveUntil(),
                    rulebook.regions());
        }
    }

    /**
     * A calendar of working days.
     *
     * @param id by which it is named
     * @param sha256 of the file's bytes, in hex
     * @param year the calendar year
     * @param source the announcement that published it
     * @param replaces the id of the calendar that it takes the place of, where it does
     */
    record AdoptedCalendar(
            String id,
            String sha256,
            int year,
            Bilingual source,
            @Nullable String replaces) {

        static AdoptedCalendar of(YearCalendar calendar) {
            return new AdoptedCalendar(
                    calendar.id(),
                    calendar.sha256(),
                    calendar.year(),
                    new Bilingual(calendar.source().zh(), calendar.source().en()),
                    calendar.replaces());
        }
    }
}
