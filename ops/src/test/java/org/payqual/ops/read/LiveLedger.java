package org.payqual.ops.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.payqual.domain.Events;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.person.PersonEvent;
import org.payqual.ops.postgres.PostgresAccess;
import org.payqual.ops.postgres.TestPostgres;
import org.payqual.projections.live.LiveProcessor;
import org.payqual.projections.live.LiveTables;
import org.payqual.projections.live.Progress;
import org.payqual.projections.live.RowTransactions;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogMessageSource;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.Sequencer;
import org.payqual.projections.person.JdbcPast;
import org.payqual.projections.person.PersonFold;
import org.payqual.projections.person.RowFold;
import org.payqual.projections.person.RowWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A ledger of its own in a real database, with a sequencer, events as a writer appends them, and live tables. */
final class LiveLedger implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String INSERT = "INSERT INTO ledger.domain_event_entry (event_identifier,"
            + " aggregate_identifier, sequence_number, type, time_stamp, payload_type, payload_revision, payload,"
            + " meta_data) VALUES (?, ?, ?, ?, '2025-03-04T05:06:07.089Z', ?, ?, ?, ?)";
    private static final int AT_ONCE = 2_000;
    private static final byte[] METADATA =
            "{\"issuer\":\"i\",\"subject\":\"s\",\"role\":\"AGENCY\"}".getBytes(StandardCharsets.UTF_8);

    final TestPostgres.Database database = TestPostgres.create();
    final LogHead head = new LogHead();
    private final Sequencer sequencer;
    private final Connection writer;
    private final Map<String, Long> versions = new HashMap<>();
    final HikariDataSource projector;
    final JdbcClient jdbc;
    final LogReader log;
    final Progress progress;
    final RowCheck check;

    LiveLedger() throws SQLException {
        PostgresAccess access = database.access();
        DriverManagerDataSource ledger = new DriverManagerDataSource(
                access.url(), access.ledger().username(), access.ledger().password());
        Properties many = new Properties();
        many.setProperty("reWriteBatchedInserts", "true");
        ledger.setConnectionProperties(many);
        sequencer = new Sequencer(ledger, head);
        sequencer.start();
        writer = ledger.getConnection();
        writer.setAutoCommit(false);
        projector = access.projectorPool();
        jdbc = JdbcClient.create(projector);
        log = new LogReader(projector);
        progress = new Progress(jdbc);
        check = new RowCheck(projector);
        append("ledger", UUID.randomUUID().toString(), "ledger.opened", 1, "{}".getBytes(StandardCharsets.UTF_8));
        commit();
    }

    /** Appends an event of a person within the transaction that is open. */
    void append(String person, PersonEvent event) throws SQLException {
        EventCodec.Encoded encoded = Events.codec().encode(event);
        append("person", person, encoded.name(), encoded.version(), encoded.payload());
    }

    void append(String type, String id, String name, int version, byte[] payload) throws SQLException {
        try (PreparedStatement insert = writer.prepareStatement(INSERT)) {
            bind(insert, type, id, name, version, payload);
            insert.executeUpdate();
        }
    }

    private void bind(PreparedStatement insert, String type, String id, String name, int version, byte[] payload)
            throws SQLException {
        insert.setString(1, UUID.randomUUID().toString());
        insert.setString(2, type + "/" + id);
        insert.setLong(3, versions.merge(type + "/" + id, 0L, (before, zero) -> before + 1));
        insert.setString(4, type);
        insert.setString(5, name);
        insert.setString(6, String.valueOf(version));
        insert.setBytes(7, payload);
        insert.setBytes(8, METADATA);
    }

    /** Appends many lives side by side: one event of everybody, then the next of everybody. */
    void appendSideBySide(Map<String, List<PersonEvent>> lives) throws SQLException {
        int longest = lives.values().stream().mapToInt(List::size).max().orElse(0);
        try (PreparedStatement insert = writer.prepareStatement(INSERT)) {
            int waiting = 0;
            for (int i = 0; i < longest; i++) {
                for (Map.Entry<String, List<PersonEvent>> life : lives.entrySet()) {
                    if (i < life.getValue().size()) {
                        EventCodec.Encoded encoded =
                                Events.codec().encode(life.getValue().get(i));
                        bind(insert, "person", life.getKey(), encoded.name(), encoded.version(), encoded.payload());
                        insert.addBatch();
                        if (++waiting % AT_ONCE == 0) {
                            insert.executeBatch();
                            commit();
                        }
                    }
                }
            }
            insert.executeBatch();
            commit();
        }
    }

    void commit() throws SQLException {
        writer.commit();
        sequencer.appended();
    }

    /** Waits until everything appended is sealed, and returns the last position. */
    long sealed() throws InterruptedException {
        long position = head();
        assertThat(head.awaitBeyond(position - 1, PATIENCE)).isTrue();
        return position;
    }

    /** Returns the position that the last event appended so far has or gets. */
    long head() {
        return jdbc.sql("SELECT count(*) FROM ledger.domain_event_entry")
                        .query(Long.class)
                        .single()
                - 1;
    }

    /** Waits until the tables reflect everything appended, and returns that position. */
    long reflected() throws InterruptedException {
        long position = sealed();
        assertThat(progress.await(position, PATIENCE)).isTrue();
        return position;
    }

    LiveProcessor processor() {
        return processor(
                new RowTransactions(new JdbcTransactionManager(projector)), PersonFold.USUAL, LiveProcessor.BATCH);
    }

    /** Makes a processor with nothing in memory. */
    LiveProcessor processor(TransactionManager transactions, int remembered, int batch) {
        return processor(source(), transactions, remembered, batch);
    }

    LogMessageSource source() {
        return new LogMessageSource(log, head, event -> event, event -> Map.of());
    }

    /** Makes a processor that reads a source of one's own. */
    LiveProcessor processor(
            StreamableMessageSource<TrackedEventMessage<?>> source,
            TransactionManager transactions,
            int remembered,
            int batch) {
        return processor(source, tokens("this"), transactions, remembered, batch);
    }

    /** Makes a processor like that of another process of this name. */
    LiveProcessor processor(String process, TransactionManager transactions) {
        return processor(source(), tokens(process), transactions, PersonFold.USUAL, LiveProcessor.BATCH);
    }

    private LiveProcessor processor(
            StreamableMessageSource<TrackedEventMessage<?>> source,
            TokenStore tokens,
            TransactionManager transactions,
            int remembered,
            int batch) {
        return new LiveProcessor(
                source,
                build -> new LiveTables(
                        build,
                        new RowFold(Events.codec(), new JdbcPast(log, jdbc), remembered),
                        new RowWriter(new JdbcTemplate(projector), "read"),
                        progress),
                progress,
                tokens,
                transactions,
                batch);
    }

    private TokenStore tokens(String process) {
        return JdbcTokenStore.builder()
                .nodeId(process)
                .connectionProvider(new TransactionAwareDataSourceProxy(projector)::getConnection)
                .serializer(Jackson3Serializer.builder().build())
                .schema(TokenSchema.builder()
                        .setTokenTable("read.token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .claimTimeout(Duration.ofSeconds(3))
                .build();
    }

    List<Map<String, Object>> rows(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query().listOfRows();
    }

    @Override
    public void close() throws SQLException {
        writer.close();
        sequencer.close();
        projector.close();
        database.close();
    }
}
