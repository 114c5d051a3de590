package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.payqual.ops.system.Uploads.row;
import static org.payqual.ops.system.Uploads.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.payqual.ops.system.Uploads.Taken;

/** Whole files by real HTTP: all is checked first, then row by row recorded, and twice is once. */
class ImportTest {

    private final RunningPayqual payqual = RunningPayqual.shared();
    private final Uploads uploads = new Uploads(payqual);

    @Test
    void aRosterIsRecordedAndASecondTimeIsOnRecord() {
        String hospital = uploads.hospital();
        byte[] roster = text(
                Uploads.ROSTER,
                row("示例甲", Uploads.number(), hospital),
                row("示例乙", Uploads.number(), hospital));

        Taken first = uploads.take(roster, "WHOLE");
        Taken again = uploads.take(roster, "WHOLE");

        assertThat(first.faults()).isEmpty();
        assertThat(first.counts()).isEqualTo(List.of(2L, 0L, 0L, 2L, 0L));
        assertThat(first.end().path("position").isNumber()).isTrue();
        assertThat(again.counts()).isEqualTo(List.of(2L, 0L, 2L, 0L, 0L));
    }
}
