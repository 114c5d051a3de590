package org.payqual.ops.bench;

import java.io.PrintWriter;
import java.util.Locale;
import org.payqual.ops.bench.Callers.Rate;

/** A table of the same work done in several ways, each line beside the plainest way in the same run. */
final class Ratios {

    private final PrintWriter out;
    private double ceiling;

    Ratios(PrintWriter out, String title) {
        this.out = out;
        out.println();
        out.println(title);
        out.printf(Locale.ROOT, "  %-44s %12s %10s %8s%n", "way", "a second", "p99 ms", "ratio");
        out.flush();
    }

    /** Prints the plainest way, which the others are held against. */
    void ceiling(String way, Rate rate) {
        ceiling = rate.aSecond();
        line(way, rate);
    }

    /** Prints another way with its ratio to the plainest. */
    void line(String way, Rate rate) {
        out.printf(
                Locale.ROOT,
                "  %-44s %,12.0f %10s %8.2f%n",
                way,
                rate.aSecond(),
                rate.p99Millis() == 0 ? "–" : String.format(Locale.ROOT, "%.2f", rate.p99Millis()),
                ceiling == 0 ? 1 : rate.aSecond() / ceiling);
        out.flush();
    }
}
