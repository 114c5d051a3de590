package org.payqual.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Whatever ends a rebuild is said in words that tell what to do, and without what was being stored. */
class RebuildTroubleTest {

    @Test
    void aFullDiskIsNamed() {
        assertThat(said("53100"))
                .contains("no room is left", "Make room", "run again", "磁盘已满", "再次运行")
                .doesNotContain("secret");
    }

    @Test
    void aLostConnectionIsToBeWaitedFor() {
        assertThat(said("08006")).contains("connection to the database was lost (08006)", "once it is back");
        assertThat(said("57P01")).contains("connection to the database was lost (57P01)", "once it is back");
    }

    @Test
    void rowsThatContradictEachOtherAreNotToBeTriedAgain() {
        assertThat(said("23P01")).contains("break the constraint", "report it").doesNotContain("run again");
    }

    @Test
    void whateverElseItIsCanBeTriedAgain() {
        assertThat(said("XX000"))
                .contains("SQLSTATE XX000", "Run again to go on")
                .doesNotContain("secret");
        assertThat(RebuildTrouble.of(new IllegalStateException("secret")))
                .contains("IllegalStateException")
                .doesNotContain("secret");
    }

    private static String said(String state) {
        return RebuildTrouble.of(new IllegalStateException("secret", new SQLException("secret", state)));
    }
}
