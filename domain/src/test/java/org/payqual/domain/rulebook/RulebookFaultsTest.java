package org.payqual.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.payqual.domain.file.Fault;
import org.payqual.domain.file.Outcome;

/** One row a fault: what is replaced in a sound rulebook, by what, and every fault that is then told, and where. */
class RulebookFaultsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    # The file
                    format: 1 | format: [1 | 3:3 not YAML: expected ',' or ']', but got :
                    format: 1 | format: 1\\n\\tx: 1 | 3:1 not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
                    format: 1 | format: 2 | 2:9 format: expected a whole number from 1 to 1
                    id: elsewhere-2026 | id: elsewhere-2026\\nid: two | 4:1 id: the same key twice; first in line 3
                    id: elsewhere-2026 | id: Elsewhere | 3:5 id: expected an id, such as tianjin-2025
                    ['99'] | &all ['99'] | 7:10 regions: anchors (&) are not allowed
                    repeats: [EW-10, EW-11.1] | repeats: *all | 18:34 circumstances.EW-11.2.repeats: aliases (*) are not allowed
                    cap: 12 | cap: !!int 12 | 35:32 year.cap: tags (!) are not allowed
                    cap: 12 | ? [cap]\\n: 12 | 35:7 year.cap: missing; expected none, or a whole number from 1 to 100 // 35:29 year: a key must be a single word
                    # The header
                    title: {zh: 某地细则, en: Rules of a place elsewhere} | title: Rules | 4:8 title: expected keys with values
                    en: Rules of a place elsewhere | en: ' ' | 4:23 title.en: expected a text of at most 200 characters
                    ['99'] | [99] | 7:11 regions[1]: expected the prefix of a region in quotes, such as '12'
                    ['99'] | ['99', '9901'] | 7:17 regions[2]: lies within 99 already
                    ['99'] | ['99', '99'] | 7:17 regions[2]: the same twice
                    until: 2028-01-01 | until: 2026-01-01 | 6:38 effective.until: must be later than from
                    until: 2028-01-01 | until: 2028-01-01, for: 2 years | 6:55 effective.for: either until or for, not both
                    until: 2028-01-01 | for: 2 | 6:36 effective.for: expected a term, such as 1 month or 2 years
                    from: 2026-01-01 | from: 2026-13-01 | 6:19 effective.from: expected a day, such as 2025-01-31
                    from: 2026-01-01, until: 2028-01-01, cites: EW-60 | from: 2026-01-01 | 6:12 effective.cites: missing; expected a citation, such as TJ-31.2.1
                    cites: EW-60 | cites: [] | 6:57 effective.cites: the list must not be empty
                    cites: EW-60 | cites: article 60 | 6:57 effective.cites: expected a citation, such as TJ-31.2.1
                    cites: EW-60 | cites: EW-60, takesOver: Elsewhere | 6:75 effective.takesOver: expected an id, such as tianjin-2025
                    format: 1 | format: 1\\nreplaces: year | 3:11 replaces: there is nothing to replace without extends
                    format: 1 | format: 1\\nextends: nowhere-1999 | 3:10 extends: there is no rulebook nowhere-1999
                    # People and bands
                    [PHARMACIST] | [pharmacist] | 10:22 people.PHARMACY.roles[1]: expected a code in capitals, such as NURSING
                    PHARMACY: {roles | DRUGSTORE: {roles | 9:3 people.PHARMACY: missing; expected keys with values // 10:3 people.DRUGSTORE: unknown key; known here: HOSPITAL, PHARMACY
                    IMPORTANT: 2 | IMPORTANT: 4 | 12:44 bands.low.PRIMARY: fewer points than IMPORTANT, which has 4
                    GENERAL: 4 | GENERAL: 3 | 13:9 bands.high: does not lie above the band before, low (up to 3)
                    GENERAL: 4 | GENERAL: '4' | 13:19 bands.high.GENERAL: expected a whole number from 1 to 100
                    PRIMARY: 12 | PRIMARY: 0 | 13:45 bands.high.PRIMARY: expected a whole number from 1 to 100
                    low: {GENERAL | Low: {GENERAL | 12:3 bands.Low: expected the name of a band, such as minor // 15:19 circumstances.EW-10.1.band: there is no band low // 16:19 circumstances.EW-10.2.band: there is no band low
                    # Circumstances
                    EW-10.1: {band: low | EW-10.1: {band: lowest | 15:19 circumstances.EW-10.1.band: there is no band lowest
                    EW-10.1: {band | one: {band | 15:3 circumstances.one: expected a citation, such as TJ-27.1
                    [AGREEMENT_HANDLING, CIRCULAR] | [AGREEMENT_HANDLING, LETTER] | 15:55 circumstances.EW-10.1.handling[2]: expected one of: ADMINISTRATIVE_PENALTY, AGREEMENT_HANDLING, CIRCULAR, INDUSTRY_SANCTION
                    [AGREEMENT_HANDLING, CIRCULAR] | [CIRCULAR, CIRCULAR] | 15:45 circumstances.EW-10.1.handling[2]: the same twice
                    handling: ADMINISTRATIVE_PENALTY | handling: CIRCULAR | 17:57 circumstances.EW-11.1.regulation: only an ADMINISTRATIVE_PENALTY rests on articles of the regulation
                    [38, 40] | [38, forty] | 17:76 circumstances.EW-11.1.regulation[2]: expected a whole number from 1 to 999
                    public: true | public: yes | 16:80 circumstances.EW-10.2.institution.public: expected true or false
                    roles: [NURSING] | roles: [PHARMACIST] | 16:32 circumstances.EW-10.2.roles[1]: nobody has the role PHARMACIST
                    [EW-10, EW-11.1] | [EW-1, EW-11.2] | 18:35 circumstances.EW-11.2.repeats[1]: no other circumstance stands there // 18:41 circumstances.EW-11.2.repeats[2]: no other circumstance stands there
                    within: year, about: {zh: 丁 | about: {zh: 丁 | 18:12 circumstances.EW-11.2.within: missing; expected year
                    within: year | within: month | 18:60 circumstances.EW-11.2.within: expected year
                    {from: 0 yuan | {from: 1 yuan | 22:16 circumstances.EW-11.3.amounts[1].from: the first step must begin at 0 yuan
                    from: 20000 yuan | from: 5000 yuan | 24:16 circumstances.EW-11.3.amounts[3].from: must be more than the step before
                    points: 8} | points: 4} | 23:35 circumstances.EW-11.3.amounts[2].points: must be more than the step before
                    20000 yuan, points: 12 | 20000 yuan, points: 13 | 24:36 circumstances.EW-11.3.amounts[3].points: outside the band high
                    reason: required}\\n    about | reason: maybe}\\n    about | 25:26 circumstances.EW-11.3.discretion.reason: expected required
                    , about: {zh: 甲, en: one} | , | 15:12 circumstances.EW-10.1.about: missing; expected keys with values
                    one band up | two bands up | 28:19 moves.EW-12.1.move: expected one of: one band up, one band down
                    # Points and consequences
                    CIRCULAR: department | CIRCULAR: nobody | 31:92 responsibility.determinedBy.CIRCULAR: expected one of: agency, department
                    points: derived | points: free | 32:11 responsibility.points: expected derived
                    violations: add | violations: highest | 34:30 sameInspection.violations: expected add
                    cap: 12 | cap: 11 | 39:12 consequences[3].from: the year's cap of 11 never reaches it
                    cap: 12 | cap: unlimited | 35:32 year.cap: expected none, or a whole number from 1 to 100
                    - {from: 9, | - {from: 5, | 38:12 consequences[2].from: must be more than the tier before, which begins at 5
                    - {from: 12, | - {from: 7, | 39:12 consequences[3].from: must be more than the tier before, which begins at 9
                    terminate: {addedUp: 1 year, oneNotice: 1..3 years} | suspend: {addedUp: 1 month, oneNotice: 2 months} | 39:25 consequences[3].suspend: lighter than what follows from 9 points
                    terminate: {addedUp: 1 year | terminate: {addedUp: 4 years | 39:57 consequences[3].terminate.oneNotice: shorter than where the points add up (addedUp)
                    terminate: {addedUp: 1 year, oneNotice: 1..3 years} | terminate: {addedUp: 1 year} | 39:27 consequences[3].terminate.oneNotice: missing; expected a term, such as 1 month or 2 years, or a range of terms, such as 1..6 months
                    terminate: {addedUp: 1 year | suspend: {stated: 1..6 months}, terminate: {addedUp: 1 year | 39:59 consequences[3].terminate: one tier cannot both suspend and terminate
                    3..5 months | 5..3 months | 38:33 consequences[2].suspend.stated: a range goes from less to more
                    3..5 months | a while | 38:33 consequences[2].suspend.stated: expected a term, such as 1 month or 2 years, or a range of terms, such as 1..6 months
                    {from: 5, interview: required, training: required, | {from: 5, | 37:5 consequences[1]: nothing follows from this tier
                    interview: required | interview: true | 37:26 consequences[1].interview: expected required
                    start: first of following month | start: at once | 41:10 measures.start: expected one of: handling date, first of following month
                    several: concurrent | several: one after the other | 43:12 measures.several: expected concurrent
                    atExpiry: restores | atExpires: restores | 41:3 measures.atExpiry: missing; expected one of: restoration on request, restores // 47:3 measures.atExpires: unknown key; known here: atExpiry, atYearEnd, bothColumns, cites, firstDay, oneNotice, several, start
                    # Settlement
                    pays: nothing | pays: everything | 53:24 settlement.UNREGISTERED.pays: expected one of: all, emergency, nothing
                    TERMINATED: {pays: emergency | TERMINATED: {pays: nothing | 52:38 settlement.TERMINATED.where: goes with pays: emergency only
                    NORMAL: {pays: all, | NORMAL: {pays: all, specialCases: with a reason, | 50:37 settlement.NORMAL.specialCases: everything is paid already
                    # Procedure
                    content: {incomplete: may follow, cites: EW-41} | content: [NAME, REGION] | 56:12 registration.content: expected keys with values
                    tell: 1 working day | tell: 1 day | 62:16 notice.tell: expected working days, such as 3 working days, or without delay
                    within: 10 working days of receipt | within: a fortnight | 67:13 appeal.filing.within: expected the day stated in the notice, or n working days of receipt
                    by: [whoever determined responsibility, district bureau] | by: [] | 71:18 appeal.handling.by: the list must not be empty
                    points: 1, timesAYear | points: 3..1, timesAYear | 76:22 repair.ACTIVITY.points: a range goes from less to more
                    points: 1, timesAYear: 4 | points: 2, pointsAYear: 1 | 76:38 repair.ACTIVITY.pointsAYear: less than what one repair is worth
                    ACTIVITY: {points: 1, timesAYear: 4, cites: EW-53} | # | 74:3 repair: at least one path of repair is needed
                    every 3 points | every so often | 78:32 repair.shorten.when: expected total falls to a milder tier, or every n points
                    a notice of 12 | 12 | 79:18 repair.never.after: expected a notice of n
                    {by: city, | {by: district, | 88:12 restoration.reviews[2].by: the same reviewer twice
                    within: 7 working days | within: 7 | 87:30 restoration.reviews[1].within: expected working days, such as 3 working days
                    request: from 15 working days before the end | request: early | 83:12 restoration.request: expected any time, or from n working days before the end
                    # Institutions, deadlines, readings
                    thresholds: [] | thresholds: [{from: 50 %, effect: AGREEMENT, follows: must}, {from: 20 %, effect: SETTLEMENT, follows: may}] | 97:71 institutions.thresholds[2].from: must be more than the threshold before
                    thresholds: [] | thresholds: [{from: 0.5, effect: AGREEMENT, follows: must}] | 97:23 institutions.thresholds[1].from: expected a share, such as 20 %
                    LATE: {cites: EW-61 | LATE: {cites: EW-61, fee: 3 | 100:24 breaches.LATE.fee: unknown key; known here: about, cites
                    ROSTER: {due: every year | ROSTER: {due: every day | 102:17 deadlines.ROSTER.due: expected within n working days of …, or from n working days before …, or every month, quarter or year, or after … (where … is one of agreement, leaving, notice, receipt, request, end of term)
                    ROSTER: {due | NOTICE: {due | 102:3 deadlines.NOTICE: expected one of: COMMITMENT, COMMITMENT_REPORT, DEPARTURE, STATUS_MAINTENANCE, INTERVIEW, REMINDER_TALK, CIRCULAR, RESTORATION, LETTER, INFORMATION, ROSTER, NATIONAL_REPORT
                    measures.start: {because | measures.begin: {because | 106:19 readings.measures.begin: there is no measures.begin in this file
                    """)
    void tells_each_fault_at_its_place(String sound, String broken, String faults) {
        assertThat(told(sound, broken)).isEqualTo(faults);
    }

    @Test
    void tells_the_faults_of_all_sections_at_once() {
        String broken = Elsewhere.TEXT
                .replace("id: elsewhere-2026", "name: elsewhere-2026")
                .replace("IMPORTANT: 8", "IMPORTANT: eight")
                .replace("EW-10.1: {band: low", "EW-10.1: {band: lowest")
                .replace("3..5 months", "5..3 months")
                .replace("repair:", "repairs:")
                .replace("cites: EW-62", "sites: EW-62")
                .replace("measures.start: {because", "measures.begin: {because");
        Outcome<Rulebook> outcome = RulebookReader.read(Elsewhere.bytes(broken));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Faulty.class,
                        faulty -> assertThat(((Outcome.Faulty<?>) faulty).faults())
                                .extracting(fault -> fault.line() + ":" + fault.column() + " " + fault.path())
                                .containsExactly(
                                        "2:1 id",
                                        "2:1 repair",
                                        "3:1 name",
                                        "13:33 bands.high.IMPORTANT",
                                        "15:19 circumstances.EW-10.1.band",
                                        "38:33 consequences[2].suspend.stated",
                                        "73:1 repairs",
                                        "102:11 deadlines.ROSTER.cites",
                                        "102:29 deadlines.ROSTER.sites",
                                        "106:19 readings.measures.begin"));
    }

    private static String told(String sound, String broken) {
        String text = Elsewhere.TEXT;
        String before = sound.replace("\\n", "\n");
        assertThat(text).contains(before);
        List<Fault> faults = switch (RulebookReader.read(
                Elsewhere.bytes(text.replace(before, broken.replace("\\n", "\n").replace("\\t", "\t"))))) {
            case Outcome.Sound<Rulebook> read -> List.of();
            case Outcome.Faulty<Rulebook> faulty -> faulty.faults();
        };
        return faults.stream().map(Fault::toString).collect(Collectors.joining(" // "));
    }
}
