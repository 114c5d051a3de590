package org.payqual.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whoever starts a newer payqual on a large ledger is told why it takes its time. */
@ExtendWith(OutputCaptureExtension.class)
class LedgerSchemaTest {

    private static final String TOLD = "changing the tables (V430, rows told apart by number)";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void changesOfAnOlderLedgerAreToldInTheLogAndAtATerminal(boolean atTerminal, CapturedOutput said) {
        try (TestPostgres.Database database = TestPostgres.createEmpty()) {
            Flyway older = Flyway.configure()
                    .configuration(
                            LedgerSchema.migrations(database.access(), false).getConfiguration())
                    .target("420")
                    .load();
            older.migrate();
            assertThat(said.getOut()).doesNotContain("changing the tables");

            LedgerSchema.migrations(database.access(), atTerminal).migrate();

            assertThat(said.getOut())
                    .contains(
                            "changing the tables: V430 rows told apart by number; on a large ledger this takes minutes")
                    .doesNotContain("V420");
            if (atTerminal) {
                assertThat(said.getOut()).contains("正在更改数据表（V430）", TOLD);
            } else {
                assertThat(said.getOut()).as("said once").doesNotContain("正在更改数据表", TOLD);
            }
            int before = said.getOut().length();
            LedgerSchema.migrations(database.access(), atTerminal).migrate();
            assertThat(said.getOut().substring(before)).doesNotContain("V430");
        }
    }

    @Test
    void ofANewLedgerNothingIsSaid(CapturedOutput said) {
        try (TestPostgres.Database database = TestPostgres.createEmpty()) {
            LedgerSchema.migrations(database.access(), true).migrate();

            assertThat(said.getOut()).doesNotContain("changing the tables", "正在更改数据表");
        }
    }
}
