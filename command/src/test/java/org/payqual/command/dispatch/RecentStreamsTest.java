package org.payqual.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.PersonEvent;

/** Streams kept as they were folded. */
class RecentStreamsTest {

    private static final Receipt RECEIPT =
            new Receipt("tianjin-2025", LocalDate.of(2025, 1, 1), "a".repeat(64), List.of(), List.of());

    private final RecentStreams recent = new RecentStreams(12);

    @Test
    void whatIsFoundGoesItsOwnWay() {
        PersonStream stream = stream("p", 2);
        recent.keep(stream);
        PersonStream found = recent.find(stream.stream(), PersonStream.class).orElseThrow();
        record(found, 2);
        record(stream, 2);
        record(stream, 3);
        assertThat(recent.find(stream.stream(), PersonStream.class)
                        .orElseThrow()
                        .length())
                .isEqualTo(2);
        assertThat(found.length()).isEqualTo(3);
        assertThat(found.endsWith("p-2")).isTrue();
        assertThat(recent.find(stream.stream(), PersonStream.class)
                        .orElseThrow()
                        .endsWith("p-1"))
                .isTrue();
    }

    @Test
    void thoseNotAskedForLongestGoFirstByTheirNumberOfEvents() {
        for (String id : new String[] {"a", "b"}) {
            recent.keep(stream(id, 4));
        }
        assertThat(recent.find(name("a"), PersonStream.class)).isPresent();
        recent.keep(stream("c", 3));
        assertThat(recent.find(name("b"), PersonStream.class)).isEmpty();
        assertThat(recent.find(name("a"), PersonStream.class)).isPresent();
        recent.keep(stream("c", 5));
        recent.keep(stream("c", 6));
        assertThat(recent.find(name("a"), PersonStream.class))
                .as("a stream counts once")
                .isPresent();
        recent.keep(stream("d", 12));
        assertThat(recent.find(name("d"), PersonStream.class))
                .as("longer than all together may be")
                .isEmpty();
        assertThat(recent.find(name("a"), PersonStream.class)).isEmpty();
    }

    @Test
    void streamsOfAllKindsShareTheRoom() {
        recent.keep(stream("a", 10));
        HandlingStream handling = new HandlingStream(new StreamName(StreamType.HANDLING, "h"));
        recent.keep(handling);
        assertThat(recent.find(name("a"), PersonStream.class)).isPresent();
        recent.keep(stream("b", 0));
        assertThat(recent.find(handling.stream(), HandlingStream.class))
                .as("even one without events takes room")
                .isEmpty();
    }

    private static PersonStream stream(String id, int events) {
        PersonStream stream = new PersonStream(name(id));
        IntStream.range(0, events).forEach(i -> record(stream, i));
        return stream;
    }

    private static void record(PersonStream stream, int i) {
        stream.on(
                i == 0
                        ? new PersonEvent.Identified("PASSPORT")
                        : new PersonEvent.Trained(LocalDate.of(2025, 6, 2), null, RECEIPT),
                MetaData.from(Map.of("keyDigest", "1." + i, "requestDigest", "1." + i)),
                stream.id() + "-" + i);
    }

    private static StreamName name(String id) {
        return InMemory.person(id);
    }
}
