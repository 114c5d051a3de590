package org.payqual.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogMessageSource;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.SealedEvent;
import org.payqual.projections.log.Sequencer;
import org.payqual.projections.log.StoredMetadata;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class LogMessageSourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LogHead head = new LogHead();
    private TestPostgres.Database database;
    private Sequencer sequencer;
    private Writer writer;
    private LogMessageSource source;

    @BeforeEach
    void open() throws Exception {
        database = TestPostgres.create();
        PostgresAccess access = database.access();
        sequencer = new Sequencer(connections(access.url(), access.ledger()), head);
        sequencer.start();
        writer = new Writer(database).open();
        source = new LogMessageSource(
                new LogReader(connections(access.url(), access.projector())),
                head,
                event -> event.name() + " " + event.position(),
                event -> StoredMetadata.entries(event.metadata()));
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
        sequencer.close();
        database.close();
    }

    @Test
    void givesEveryEventWithItsPositionAsToken() throws Exception {
        writer.append("a", 0).append("a", 1).commit();
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            assertThat(next(stream).getPayload()).isEqualTo("ledger.opened 0");
            DomainEventMessage<?> message = (DomainEventMessage<?>) next(stream);
            assertThat(message.getPayload()).isEqualTo("person.example 1");
            assertThat(message.getType()).isEqualTo("person");
            assertThat(message.getAggregateIdentifier()).isEqualTo("person/a");
            assertThat(message.getSequenceNumber()).isZero();
            assertThat(message.getTimestamp()).isEqualTo(Instant.parse("2025-03-04T05:06:07.089Z"));
            assertThat(message.getMetaData()).containsEntry("issuer", "i").containsEntry("subject", "s");
            assertThat(next(stream).trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(2));
            assertThat(stream.hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(stream.peek()).isEmpty();
        }
    }

    @Test
    void goesOnAfterATokenAndReadsMoreThanABatch() throws Exception {
        for (int i = 0; i < 1_500; i++) {
            writer.append("a", i);
        }
        writer.commit();
        assertThat(head.awaitBeyond(1_499, PATIENCE)).isTrue();
        List<Long> positions = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(new GlobalSequenceTrackingToken(99))) {
            while (stream.hasNextAvailable()) {
                positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
            }
        }
        assertThat(positions).hasSize(1_401).startsWith(100L).endsWith(1_500L);
        assertThat(positions).isSorted();
    }

    @Test
    void understandsAReplaysTokenAndNoOthers() throws Exception {
        writer.append("a", 0).commit();
        assertThat(head.awaitBeyond(0, PATIENCE)).isTrue();
        TrackingToken replay =
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(1), new GlobalSequenceTrackingToken(0));
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(replay)) {
            assertThat(next(stream).getPayload()).isEqualTo("person.example 1");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source.openStream(GapAwareTrackingToken.newInstance(3, List.of())));
    }

    @Test
    void callsBackWhenThereIsMore() throws Exception {
        assertThat(head.awaitBeyond(-1, PATIENCE)).isTrue();
        AtomicInteger calls = new AtomicInteger();
        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(source.createHeadToken());
        assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
        assertThat(calls).hasValue(1);
        writer.append("a", 0).commit();
        await().atMost(PATIENCE).until(() -> calls.get() == 2);
        assertThat(stream.peek()).isPresent();
        stream.close();
        writer.append("a", 1).commit();
        assertThat(head.awaitBeyond(1, PATIENCE)).isTrue();
        assertThat(calls).hasValue(2);
    }

    @Test
    void makesTokensForBothEndsAndForAnInstant() throws Exception {
        writer.append("a", 0).commit();
        assertThat(head.awaitBeyond(0, PATIENCE)).isTrue();
        assertThat(source.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(-1));
        assertThat(source.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(1));
        SealedEvent opened = new LogReader(
                        connections(database.access().url(), database.access().projector()))
                .from(0, 1)
                .getFirst();
        assertThat(source.createTokenAt(opened.sealedAt())).isEqualTo(new GlobalSequenceTrackingToken(-1));
    }

    private static TrackedEventMessage<?> next(BlockingStream<TrackedEventMessage<?>> stream)
            throws InterruptedException {
        assertThat(stream.hasNextAvailable((int) PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return stream.nextAvailable();
    }

    private static DriverManagerDataSource connections(String url, Credentials role) {
        return new DriverManagerDataSource(url, role.username(), role.password());
    }
}
