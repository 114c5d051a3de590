package org.payqual.command.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured of imports is how far those are that are under way. */
class ImportsUnderWayTest {

    private final ImportsUnderWay imports = new ImportsUnderWay();

    @Test
    void filesCountWhileTheyAreWorkedOn() throws IOException {
        List<ImportLine> lines = new ArrayList<>();
        imports.run(lines::add, one -> {
            one.add(ImportLine.of(ImportLine.Step.RECORDING, 240, 1_000));
            imports.run(lines::add, other -> {
                other.add(ImportLine.of(ImportLine.Step.READING, 20, 50));
                assertThat(imports.files()).isEqualTo(2);
                assertThat(imports.done()).isEqualTo(260);
                assertThat(imports.all()).isEqualTo(1_050);
            });
            one.add(ImportLine.of(ImportLine.Step.RECORDING, 480, 1_000));
            assertThat(imports.files()).isEqualTo(1);
            assertThat(imports.done()).isEqualTo(480);
        });
        assertThat(imports.files()).isZero();
        assertThat(imports.all()).isZero();
        assertThat(lines).as("each line goes on to the answer").hasSize(3);
    }

    @Test
    void oneThatBreaksOffCountsNoLonger() {
        assertThatThrownBy(() -> imports.run(
                        line -> {
                            throw new IOException("nobody reads on");
                        },
                        report -> report.add(ImportLine.of(ImportLine.Step.READING, 1, 2))))
                .isInstanceOf(IOException.class);
        assertThat(imports.files()).isZero();
    }
}
