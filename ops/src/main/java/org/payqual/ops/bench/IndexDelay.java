package org.payqual.ops.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.payqual.command.Submission;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.Target;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.person.PersonCommand;
import org.payqual.query.settlement.index.SettlementIndex;

/** How long after a command is answered the settlement index answers with what it changed. */
final class IndexDelay {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Actor ACTOR = new Actor("https://bench.example", "bench", Role.AGENCY, "120100");
    private static final double NANOS_A_MILLI = 1e6;

    private final Recorder recorder;
    private final SettlementIndex index;
    private final Queue<Long> delays = new ConcurrentLinkedQueue<>();

    IndexDelay(Recorder recorder, SettlementIndex index) {
        this.recorder = recorder;
        this.index = index;
    }

    /** Lets callers record commands one after the other, each waiting for the index, and prints the delays. */
    void measure(Callers side, PrintWriter out) {
        delays.clear();
        side.measure((caller, turn) -> once());
        long[] sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
        out.println();
        out.printf(
                Locale.ROOT,
                "from a command's answer to the index that reflects it, callers: %d; ms: p50 %.2f, p99 %.2f, longest %.2f"
                        + " (of %,d)%n",
                side.count(),
                at(0.5, sorted),
                at(0.99, sorted),
                at(1, sorted),
                sorted.length);
        out.flush();
    }

    private void once() {
        String id = UUID.randomUUID().toString();
        long position = recorder.record(
                        Target.person(UUID.randomUUID().toString()),
                        "identify",
                        List.of(),
                        new Submission(ACTOR, id, null, id),
                        digest -> new PersonCommand.Identify("PASSPORT"))
                .position()
                .orElseThrow();
        long began = System.nanoTime();
        try {
            if (!index.await(position, LONGEST)) {
                throw new IllegalStateException("the index does not follow");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        delays.add(System.nanoTime() - began);
    }

    private static double at(double share, long[] sorted) {
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / NANOS_A_MILLI;
    }
}
