package org.payqual.ops.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says how far long work is and how much time is left: on a terminal one line of at most 80 columns that is written
 * over, elsewhere a line now and then. Used by one thread.
 */
final class ProgressBar {

    private static final int CELLS = 20;
    private static final int LABEL_COLUMNS = 19;
    private static final int FIRST_WIDE = 0x2E80;
    private static final long ON_TERMINAL_MS = 100;
    private static final long ELSEWHERE_MS = 10_000;
    private static final long BEFORE_A_GUESS_MS = 500;
    private static final int PERCENT = 100;
    private static final double MS = 1_000.0;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier clock;
    private @Nullable String label;
    private long begun;
    private long doneBefore;
    private long shown;
    private boolean open;
    private boolean whole;

    /**
     * Creates a bar.
     *
     * @param terminal whether lines can be written over
     * @param clock in milliseconds
     */
    ProgressBar(PrintWriter out, boolean terminal, LongSupplier clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    /**
     * Shows how far a step is; the first call of a label begins it.
     *
     * @param step what it is called, in Chinese and English
     * @param done from 0
     * @param all as far as known now
     */
    void show(String step, long done, long all) {
        long now = clock.getAsLong();
        boolean first = !step.equals(label);
        if (first) {
            end();
            label = step;
            begun = now;
            doneBefore = done;
        }
        boolean last = done >= all;
        boolean news = first || (last && !whole);
        whole = last;
        if (news || now - shown >= (terminal ? ON_TERMINAL_MS : ELSEWHERE_MS)) {
            String line = line(step, done, all, now - begun);
            if (terminal) {
                out.print("\r" + line + "\033[K");
                open = true;
            } else {
                out.println(line);
            }
            out.flush();
            shown = now;
        }
    }

    /** Says something on a line of its own. */
    void say(String sentence) {
        end();
        out.println(sentence);
        out.flush();
    }

    /** Ends the line that is being written over, if one is. */
    void end() {
        if (open) {
            out.println();
            out.flush();
            open = false;
        }
        label = null;
    }

    private String line(String step, long done, long all, long elapsed) {
        int percent = all == 0 ? PERCENT : (int) Math.min(PERCENT, done * PERCENT / all);
        int cells = percent * CELLS / PERCENT;
        double rate = elapsed == 0 ? 0 : (done - doneBefore) * MS / elapsed;
        StringBuilder line = new StringBuilder(step);
        line.append(" ".repeat(Math.max(1, LABEL_COLUMNS - columns(step))));
        line.append('[')
                .append("#".repeat(cells))
                .append("-".repeat(CELLS - cells))
                .append(']');
        line.append(String.format(Locale.ROOT, " %3d%%", percent));
        if (elapsed >= BEFORE_A_GUESS_MS && rate > 0) {
            line.append(String.format(Locale.ROOT, " %,d/s", Math.round(rate)));
            if (done < all) {
                line.append(" 剩余 left ").append(clock(Math.round((all - done) / rate)));
            }
        }
        return line.toString();
    }

    private static String clock(long seconds) {
        Duration left = Duration.ofSeconds(seconds);
        return left.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
    }

    /** Returns how many columns of a terminal a text takes; a Chinese character takes two. */
    static int columns(String text) {
        return text.codePoints().map(it -> it >= FIRST_WIDE ? 2 : 1).sum();
    }
}
