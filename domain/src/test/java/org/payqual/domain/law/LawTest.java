package org.payqual.domain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.payqual.domain.calendar.ShippedCalendars;
import org.payqual.domain.law.LawCommand.AdoptCalendar;
import org.payqual.domain.law.LawCommand.AdoptRulebook;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.LawEvent;
import org.payqual.domain.ledger.LawEvent.CalendarAdopted;
import org.payqual.domain.ledger.LawEvent.RulebookAdopted;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.rulebook.ShippedRulebooks;

class LawTest {

    private static final byte[] TIANJIN = ShippedRulebooks.file("tianjin-2025").orElseThrow();
    private static final byte[] YEAR = ShippedCalendars.file("china-2025").orElseThrow();

    @Test
    void whatIsAdoptedGovernsFromThenOn() {
        Law law = adopt(adopt(Law.NONE, new AdoptRulebook(TIANJIN)), new AdoptCalendar(YEAR));
        assertThat(law.version()).isEqualTo(1);
        assertThat(law.rulebooks().governing("120101", LocalDate.of(2025, 6, 1)).rulebook())
                .isPresent();
        assertThat(law.calendars().knows(LocalDate.of(2025, 6, 1))).isTrue();
        assertThat(Law.NONE.rulebooks().all()).isEmpty();
    }

    @Test
    void theEventCarriesTheFileItself() {
        RulebookAdopted event = (RulebookAdopted) accepted(Law.NONE.decide(new AdoptRulebook(TIANJIN)));
        assertThat(event.file()).isEqualTo(TIANJIN);
        assertThat(event.rulebook()).isEqualTo("tianjin-2025");
    }

    @Test
    void theSameFileTwiceOtherBytesUnderItsIdAndAFaultyFileAreRefused() {
        Law law = adopt(adopt(Law.NONE, new AdoptRulebook(TIANJIN)), new AdoptCalendar(YEAR));
        assertThat(refusal(law.decide(new AdoptRulebook(TIANJIN)))).isEqualTo(Law.ADOPTED_ALREADY);
        assertThat(refusal(law.decide(new AdoptRulebook(changed(TIANJIN))))).isEqualTo("id-used");
        assertThat(refusal(law.decide(new AdoptCalendar(changed(YEAR))))).isEqualTo("id-used");
        assertThat(refusal(law.decide(new AdoptCalendar(TIANJIN)))).isEqualTo(Law.FILE_FAULTY);
    }

    @Test
    void anEventThatTellsOfAnotherFileIsMalformed() {
        String other = "0".repeat(64);
        assertThatThrownBy(() -> Law.evolve(
                        Law.NONE, new RulebookAdopted("tianjin-2025", other, LocalDate.of(2025, 1, 1), TIANJIN)))
                .isInstanceOf(MalformedHistory.class);
        assertThatThrownBy(() -> Law.evolve(Law.NONE, new CalendarAdopted("china-2025", 2025, other, YEAR)))
                .isInstanceOf(MalformedHistory.class);
    }

    private static Law adopt(Law law, LawCommand command) {
        return Law.evolve(law, accepted(law.decide(command)));
    }

    private static LawEvent accepted(Decision<LawEvent> decision) {
        return ((Decision.Accepted<LawEvent>) decision).events().getFirst();
    }

    private static String refusal(Decision<LawEvent> decision) {
        return ((Decision.Refused<LawEvent>) decision).refusal().code();
    }

    private static byte[] changed(byte[] file) {
        return (new String(file, StandardCharsets.UTF_8) + "# changed\n").getBytes(StandardCharsets.UTF_8);
    }
}
