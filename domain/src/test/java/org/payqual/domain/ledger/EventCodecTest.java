package org.payqual.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.payqual.domain.Events;
import org.payqual.domain.handling.HandlingEvent;

class EventCodecTest {

    private static final String SALT = "\"salt\":\"00000000000000000000000000000001\"";

    /** As it was first. */
    public record CountedV1(String what, int count) {}

    /** As it is now. */
    public record Counted(String what, long count, @Nullable String unit) implements Event {}

    @Test
    void everyEventGetsASaltOfItsOwn() {
        Event event = new LedgerOpened("id", 0, true);
        assertThat(Events.codec().encode(event).payload())
                .isNotEqualTo(Events.codec().encode(event).payload());
    }

    @Test
    void theSaltComesFirst() {
        byte[] payload = Events.codec()
                .encode(new LedgerOpened("id", 0, true), new Salt("0".repeat(31) + "1"))
                .payload();
        assertThat(payload).asString().isEqualTo("{" + SALT + ",\"ledger\":\"id\",\"format\":0,\"sample\":true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "{\"ledger\":\"id\",\"format\":0,\"sample\":true}",
                "{\"salt\":\"0\",\"ledger\":\"id\",\"format\":0,\"sample\":true}",
                "{" + SALT + ",\"ledger\":\"id\",\"format\":0}",
                "{" + SALT + ",\"ledger\":\"id\",\"format\":0,\"sample\":true,\"more\":1}",
                "{" + SALT + ",\"ledger\":\"id\",\"format\":0,\"sample\":true,\"sample\":true}",
                "{" + SALT + ",\"format\":0,\"ledger\":\"id\",\"sample\":true}",
                "{" + SALT + ",\"ledger\":null,\"format\":0,\"sample\":true}",
                "{" + SALT + ",\"ledger\":7,\"format\":0,\"sample\":true}",
                "{" + SALT + ",\"ledger\":\"id\",\"format\":\"0\",\"sample\":true}",
                "{" + SALT + ",\"ledger\":\"id\",\"format\":0.0,\"sample\":true}",
                "{" + SALT + ",\"ledger\":\"id\",\"format\":2147483648,\"sample\":true}",
                "{" + SALT + ",\"ledger\":\"id\",\"format\":0,\"sample\":1}",
                "{" + SALT + ",\"ledger\":\"id\",\"format\":0,\"sample\":true",
                "{" + SALT + ",\"ledger\":\"id\",\"format\":0,\"sample\":true} {}",
            })
    void whatIsNotExactlyTheWrittenFormIsMalformed(String payload) {
        assertThatThrownBy(() -> Events.codec().decode("ledger.opened", 1, payload.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedHistory.class)
                .hasMessageNotContaining("\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "+12025-01-01", "2025-1-1", "20250101", "2025-01-01T00:00"})
    void aDayIsWrittenInOneWayOnly(String day) {
        String payload = "{" + SALT + ",\"date\":\"" + day + "\"}";
        assertThatThrownBy(
                        () -> Events.codec().decode("handling.overturned", 1, payload.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedHistory.class);
    }

    @Test
    void aNameOrVersionThatIsNotRegisteredIsMalformed() {
        byte[] payload = Events.codec().encode(new LedgerOpened("id", 0, true)).payload();
        assertThatThrownBy(() -> Events.codec().decode("ledger.closed", 1, payload))
                .isInstanceOf(MalformedHistory.class);
        assertThatThrownBy(() -> Events.codec().decode("ledger.opened", 2, payload))
                .isInstanceOf(MalformedHistory.class);
    }

    @Test
    void anOlderVersionIsLiftedAndTheNewestIsWritten() {
        EventCodec codec = new EventCodec(List.of(EventName.of(StreamType.PERSON, "person.counted", 2, Counted.class)
                .lifting(1, CountedV1.class, old -> new Counted(old.what(), old.count(), null))));
        byte[] old = ("{" + SALT + ",\"what\":\"sheep\",\"count\":3}").getBytes(StandardCharsets.UTF_8);
        Event lifted = codec.decode("person.counted", 1, old);
        assertThat(lifted).isEqualTo(new Counted("sheep", 3, null));
        EventCodec.Encoded written = codec.encode(lifted, EventCodec.saltOf(old));
        assertThat(written.version()).isEqualTo(2);
        assertThat(codec.decode("person.counted", 2, written.payload())).isEqualTo(lifted);
        assertThatThrownBy(() -> codec.decode("person.counted", 2, "{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedHistory.class);
    }

    /**
     * The bytes are what the leaf proves, so they must not follow from what some version of a library takes for usual.
     */
    @Test
    void textIsWrittenAsItselfButForWhatJsonMustEscape() {
        String text = "a/b \u00e9 \u6797 \ud842\udfb7 \u007f \u2028 <&'> \\ \" \b\t\n\f\r\u001f";
        Event event = new HandlingEvent.Overturned(LocalDate.of(2025, 1, 1), text);
        EventCodec.Encoded written = Events.codec().encode(event);
        assertThat(new String(written.payload(), StandardCharsets.UTF_8))
                .contains(
                        "\"reason\":\"a/b \u00e9 \u6797 \ud842\udfb7 \u007f \u2028 <&'> \\\\ \\\" \\b\\t\\n\\f\\r\\u001F\"");
        assertThat(Events.codec().decode(written.name(), 1, written.payload())).isEqualTo(event);
        Provenance by = new Provenance("https://a.example/b", "s", null, null, null, null, null, null, null);
        assertThat(by.encode()).asString().contains("\"https://a.example/b\"");
    }

    @Test
    void halfACharacterIsNotWritten() {
        Event event = new HandlingEvent.Overturned(LocalDate.of(2025, 1, 1), "\uD842");
        assertThatThrownBy(() -> Events.codec().encode(event)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aTypeThatIsNeverStoredCannotBeRegistered() {
        record Measured(double value) implements Event {}
        assertThatThrownBy(() -> EventName.of(StreamType.PERSON, "person.measured", 1, Measured.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void metadataIsAClosedList() {
        Provenance all = new Provenance("iss", "sub", Role.AGENCY, "o", "b", "1.aa", "1.bb", "c", "d");
        assertThat(all.encode())
                .asString()
                .isEqualTo("{\"issuer\":\"iss\",\"subject\":\"sub\",\"role\":\"AGENCY\",\"organisation\":\"o\","
                        + "\"onBehalfOf\":\"b\",\"keyDigest\":\"1.aa\",\"requestDigest\":\"1.bb\","
                        + "\"cause\":\"c\",\"correlation\":\"d\"}");
        assertThat(Provenance.decode(all.encode())).isEqualTo(all);
        assertThat(Provenance.of(all.entries())).isEqualTo(all);
        Provenance program = new Provenance("payqual", "start", null, null, null, null, null, null, null);
        assertThat(Provenance.decode(program.encode())).isEqualTo(program);
        assertThat(program.entries()).containsOnlyKeys("issuer", "subject");
        assertThatThrownBy(() -> Provenance.of(Map.of("issuer", "i", "subject", "s", "traceId", "t")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Provenance.of(Map.of("issuer", "i", "subject", 7)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Provenance.of(Map.of("issuer", "i"))).isInstanceOf(IllegalArgumentException.class);
        byte[] more = "{\"issuer\":\"i\",\"subject\":\"s\",\"traceId\":\"t\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Provenance.decode(more)).isInstanceOf(MalformedHistory.class);
    }
}
