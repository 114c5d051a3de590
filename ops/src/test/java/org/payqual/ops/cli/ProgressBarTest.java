package org.payqual.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final StringWriter out = new StringWriter();
    private final AtomicLong now = new AtomicLong();

    @Test
    void writesOverOneLineOfATerminalWithTheTimeLeft() {
        ProgressBar bar = new ProgressBar(new PrintWriter(out), true, now::get);
        bar.show("读取 loading", 1_000_000, 9_000_000);
        now.set(10_000);
        bar.show("读取 loading", 2_000_000, 9_000_000);
        bar.show("读取 loading", 2_000_001, 9_000_000);
        bar.say("done");

        assertThat(out.toString().replace("\033[K", "").split("[\r\n]+"))
                .containsExactly(
                        "",
                        "读取 loading       [##------------------]  11%",
                        "读取 loading       [####----------------]  22% 100,000/s 剩余 left 1:10",
                        "done");
    }

    @Test
    void writesALineNowAndThenElsewhere() {
        ProgressBar bar = new ProgressBar(new PrintWriter(out), false, now::get);
        for (int second = 0; second <= 25; second++) {
            now.set(second * 1_000L);
            bar.show("索引 indexing", second * 100L, 2_500);
        }

        assertThat(out.toString().lines())
                .hasSize(4)
                .last()
                .asString()
                .isEqualTo("索引 indexing      [####################] 100% 100/s");
        assertThat(out.toString()).doesNotContain("\r").doesNotContain("\033");
    }

    @Test
    void fitsEightyColumns() {
        ProgressBar bar = new ProgressBar(new PrintWriter(out), false, now::get);
        bar.show("追赶 catching up", 0, 999_999_999_999L);
        now.set(50_000);
        bar.show("追赶 catching up", 22_222_222L, 999_999_999_999L);

        assertThat(out.toString().lines())
                .allSatisfy(it -> assertThat(ProgressBar.columns(it)).isLessThanOrEqualTo(80));
    }
}
