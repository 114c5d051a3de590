package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.payqual.ops.system.Uploads.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of more people than are looked up at once: each row is still one of its own, and a person's stay in order. */
class ImportOfManyTest {

    private static final int PEOPLE = 300;

    private final RunningPayqual payqual = RunningPayqual.shared();
    private final Uploads uploads = new Uploads(payqual);
    private final String hospital = uploads.hospital();
    private final String other = uploads.hospital();
    private final JdbcClient ledger = JdbcClient.create(payqual.part("ledgerDataSource", DataSource.class));

    @Test
    void theRowsOfEachPersonAreRecordedOnceAndInTheirOrder() {
        List<String> apart = new ArrayList<>();
        List<String> rows = new ArrayList<>(List.of(Uploads.ROSTER + ",是否主要执业机构"));
        for (int i = 0; i < PEOPLE; i++) {
            String number = Uploads.number();
            rows.add(row("示例", number, hospital) + ",是");
            (i % 2 == 0 ? rows : apart).add(row("示例", number, other) + ",否");
        }
        rows.addAll(apart);
        byte[] roster = text(rows.toArray(String[]::new));

        assertThat(uploads.take(roster, "WHOLE").counts()).isEqualTo(List.of(2L * PEOPLE, 0L, 0L, 2L * PEOPLE, 0L));
        assertThat(registeredTwice("<")).isEqualTo(PEOPLE);
        assertThat(registeredTwice(">")).isZero();

        Collections.shuffle(rows.subList(1, rows.size()), new Random(1));
        assertThat(uploads.take(text(rows.toArray(String[]::new)), "WHOLE").counts())
                .isEqualTo(List.of(2L * PEOPLE, 0L, 2L * PEOPLE, 0L, 0L));
        assertThat(registeredTwice("<")).isEqualTo(PEOPLE);
    }

    @Test
    void ofTheGoodAndTheBadEachIsToldByItsLineAndEverybodyMetIsOnRecord() {
        List<String> rows = new ArrayList<>(List.of(Uploads.ROSTER));
        List<String> faults = new ArrayList<>();
        List<String> met = new ArrayList<>();
        for (int i = 0; i < 2 * PEOPLE; i++) {
            String number = Uploads.number();
            int line = rows.size() + 1;
            if (i % 50 == 7) {
                met.add(known(number, "示例甲"));
                faults.add(line + " B name-differs");
            } else if (i % 50 == 9) {
                faults.add(line + " E unknown-institution");
            }
            rows.add(row("示例", number, i % 50 == 9 ? "NOWHERE" : hospital));
        }

        Uploads.Taken taken = uploads.take(text(rows.toArray(String[]::new)), "GOOD_ROWS");

        assertThat(taken.faults()).isEqualTo(faults);
        assertThat(taken.counts())
                .isEqualTo(List.of(2L * PEOPLE, (long) faults.size(), 0L, 2L * PEOPLE - faults.size(), 0L));
        assertThat(ledger.sql("select count(distinct p) from access.reading, unnest(people) p"
                                + " where ability = 'IDENTIFY' and role = 'AGENCY' and p = any(:met)")
                        .param("met", met.toArray(String[]::new))
                        .query(Long.class)
                        .single())
                .isEqualTo(met.size());
    }

    private static String row(String name, String number, String hospital) {
        return Uploads.row(name, number, hospital);
    }

    /** Counts who was registered at both hospitals, at the first before or after the other. */
    private long registeredTwice(String order) {
        return ledger.sql("select count(*) from ledger.domain_event_entry a join ledger.domain_event_entry b"
                        + " using (aggregate_identifier) where a.payload_type = 'person.registered'"
                        + " and b.payload_type = 'person.registered' and a.sequence_number " + order
                        + " b.sequence_number and convert_from(a.payload, 'UTF8')::jsonb ->> 'institution' = :first"
                        + " and convert_from(b.payload, 'UTF8')::jsonb ->> 'institution' = :second")
                .param("first", hospital)
                .param("second", other)
                .query(Long.class)
                .single();
    }

    private String known(String number, String name) {
        Answer known = payqual.command(
                Role.AGENCY,
                "/people",
                "{\"documentType\":\"RESIDENT_ID\",\"documentNumber\":\"" + number + "\",\"name\":\"" + name + "\"}");
        assertThat(known.status()).as(known.text()).isEqualTo(201);
        return known.json().path("id").asString();
    }
}
