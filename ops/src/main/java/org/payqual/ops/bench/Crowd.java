package org.payqual.ops.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.RegistrationContent;
import org.payqual.domain.rulebook.Rulebook;

/** People whose streams have a given length, written straight into a table of events. */
final class Crowd {

    private static final int BATCH = 1_000;
    /** A day before which their institution was designated. */
    static final LocalDate DESIGNATED = LocalDate.of(2025, 1, 2);

    private static final LocalDate COMMITTED = LocalDate.of(2025, 1, 6);

    private final List<String> ids = new ArrayList<>();
    private final int events;
    private final String institution;
    private final Receipt receipt;

    /**
     * Invents people.
     *
     * @param people how many
     * @param events how many events each has, at least 3
     * @param institution at which they are registered
     * @param rulebook under which that was decided
     */
    Crowd(int people, int events, String institution, Rulebook rulebook) {
        for (int i = 0; i < people; i++) {
            ids.add(UUID.randomUUID().toString());
        }
        this.events = events;
        this.institution = institution;
        this.receipt = new Receipt(
                rulebook.id(),
                rulebook.effectiveFrom(),
                rulebook.sha256(),
                List.of(rulebook.registration().commitment().provision()),
                List.of());
    }

    /** Returns their ids. */
    List<String> ids() {
        return ids;
    }

    /** Writes their events, one person after the other. */
    void write(DataSource source, String table) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO " + table + " " + EventRow.COLUMNS)) {
                int waiting = 0;
                for (String id : ids) {
                    for (int i = 0; i < events; i++) {
                        new EventRow(new StreamName(StreamType.PERSON, id), i, event(id, i)).bind(insert);
                        insert.addBatch();
                        if (++waiting % BATCH == 0) {
                            insert.executeBatch();
                            connection.commit();
                        }
                    }
                }
                insert.executeBatch();
                connection.commit();
            }
        }
    }

    /** Returns the event that a person's stream has at a place. */
    PersonEvent event(String id, int place) {
        return switch (place) {
            case 0 -> new PersonEvent.Identified("PASSPORT");
            case 1 -> new PersonEvent.Committed(institution, COMMITTED, receipt);
            case 2 ->
                new PersonEvent.Registered(
                        institution,
                        COMMITTED.plusDays(1),
                        new RegistrationContent(
                                "MEDICAL", true, "D" + id.substring(0, 8), "120101", null, null, null, null),
                        receipt);
            default -> new PersonEvent.Trained(COMMITTED.plusDays(place), institution, receipt);
        };
    }
}
