package org.payqual.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.payqual.domain.leaf.LeafV1;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.SealedEvent;
import org.payqual.projections.log.StoredMetadata;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What must hold of every log, whatever happened around it. */
final class LogCheck {

    private LogCheck() {}

    /** Checks that the log is contiguous, complete, ordered, and that each leaf is of the bytes beside it. */
    static List<SealedEvent> whole(PostgresAccess access) throws SQLException {
        LogReader reader = new LogReader(new DriverManagerDataSource(
                access.url(), access.projector().username(), access.projector().password()));
        List<SealedEvent> log = reader.from(0, Integer.MAX_VALUE);
        Instant earlier = Instant.EPOCH;
        for (int i = 0; i < log.size(); i++) {
            SealedEvent event = log.get(i);
            assertThat(event.position()).isEqualTo(i);
            assertThat(event.sealedAt()).isAfterOrEqualTo(earlier);
            assertThat(event.leafHash())
                    .isEqualTo(leaf(log.getFirst().streamId(), event).hash().bytes());
            earlier = event.sealedAt();
        }
        assertThat(numbers(access, "SELECT global_index FROM ledger.log ORDER BY position"))
                .as("every event once, in the order of their numbers")
                .isEqualTo(numbers(access, "SELECT global_index FROM ledger.domain_event_entry ORDER BY 1"));
        return log;
    }

    private static LeafV1 leaf(String ledger, SealedEvent event) {
        return new LeafV1(
                ledger,
                event.stream().label(),
                event.streamId(),
                event.sequence(),
                event.eventId(),
                event.name(),
                event.version(),
                event.timestamp(),
                event.sealedAt(),
                LeafV1.digestOfPayload(event.payload()),
                LeafV1.digestOfMetadata(StoredMetadata.entries(event.metadata())));
    }

    static List<Long> numbers(PostgresAccess access, String sql) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Connection connection = access.ownerConnections().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}
