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
import org.payqual.domain.person.PersonEvent;

/** Streams kept as they were folded. */
class RecentStreamsTest {

    private static final Receipt RECEIPT =
            new Receipt("tianjin-2025", LocalDate.of(2025, 1, 1), "a".repeat(64), List.of(), List.of());

    private final RecentStreams<PersonStream> recent = new RecentStreams<>(PersonStream.class, 10);

    @Test
    void whatIsFoundGoesItsOwnWay() {
        PersonStream stream = stream("p", 2);
        recent.keep(stream.stream(), stream);
        PersonStream found = recent.find(stream.stream()).orElseThrow();
        record(found, 2);
        record(stream, 2);
        record(stream, 3);
        assertThat(recent.find(stream.stream()).orElseThrow().length()).isEqualTo(2);
        assertThat(found.length()).isEqualTo(3);
        assertThat(found.endsWith("p-2")).isTrue();
        assertThat(recent.find(stream.stream()).orElseThrow().endsWith("p-1")).isTrue();
    }

    @Test
    void thoseNotAskedForLongestGoFirstByTheirNumberOfEvents() {
        for (String id : new String[] {"a", "b"}) {
            recent.keep(name(id), stream(id, 4));
        }
        assertThat(recent.find(name("a"))).isPresent();
        recent.keep(name("c"), stream("c", 3));
        assertThat(recent.find(name("b"))).isEmpty();
        assertThat(recent.find(name("a"))).isPresent();
        recent.keep(name("c"), stream("c", 5));
        recent.keep(name("c"), stream("c", 6));
        assertThat(recent.find(name("a"))).as("a stream counts once").isPresent();
        recent.keep(name("d"), stream("d", 11));
        assertThat(recent.find(name("d"))).as("longer than all together may be").isEmpty();
        assertThat(recent.find(name("a"))).isEmpty();
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
