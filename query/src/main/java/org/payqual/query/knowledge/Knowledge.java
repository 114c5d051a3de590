package org.payqual.query.knowledge;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.projections.live.Progress;
import org.payqual.projections.log.InstantNotPassed;
import org.payqual.projections.log.LogReader;
import org.payqual.query.rounds.Rounds;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the state of the log that a question asks about, and sees to it that the tables reflect it: an answer never
 * rests on less than was asked.
 */
public final class Knowledge {

    /** Names the parameter. */
    public static final String PARAMETER = "asOf";

    private static final String NOT_PASSED = "as-of-not-passed";
    private static final Pattern POSITION = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("[0-9]{4}-.*");
    private static final int RETRY_AFTER_SECONDS = 1;
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final LogReader log;
    private final Progress progress;
    private final InstantSource clock;
    private final Duration patience;
    /** Who asks while another is told asks for the end of the log together with all who came meanwhile. */
    private final Rounds<Knowledge, Optional<KnownAt>> sealed = new Rounds<>(asking -> last());

    /**
     * Creates what reads the log and waits for the tables.
     *
     * @param clock tells instants that soon pass from those that make no sense
     * @param patience with tables that are behind
     */
    public Knowledge(JdbcClient jdbc, LogReader log, Progress progress, InstantSource clock, Duration patience) {
        this.jdbc = jdbc;
        this.log = log;
        this.progress = progress;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Finds the state asked for, and waits a moment for the tables where they are behind.
     *
     * @param asOf a log position; or an instant such as {@code 2025-06-10T09:30:00+08:00}, which means the last
     *     position sealed at or before it; or null for all that is sealed by now
     * @throws ProblemException if it is neither, not passed yet, beyond the log, or not reached by the tables
     */
    public KnownAt asOf(@Nullable String asOf) {
        long position = asOf == null ? head() : position(asOf);
        Instant sealedAt = sealedAt(position).orElseThrow(Knowledge::beyond);
        await(position);
        return new KnownAt(position, sealedAt);
    }

    /**
     * Finds all that is sealed by now, for whoever answers from elsewhere than the tables and waits for that.
     *
     * @throws ProblemException if nothing is sealed yet
     */
    public KnownAt sealed() {
        return sealed.join(this).orElseThrow(Knowledge::beyond);
    }

    private Optional<KnownAt> last() {
        return jdbc.sql("SELECT position, sealed_at FROM ledger.log ORDER BY position DESC LIMIT 1")
                .query((row, number) -> new KnownAt(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
                .optional();
    }

    private long position(String asOf) {
        if (POSITION.matcher(asOf).matches()) {
            return Long.parseLong(asOf);
        }
        Instant instant = instant(asOf).orElseThrow(Knowledge::neither);
        try {
            return log.positionAt(instant).orElseThrow(Knowledge::beyond);
        } catch (InstantNotPassed notPassed) {
            throw notPassed(Duration.between(clock.instant(), instant));
        }
    }

    /** Lets a caller whose clock is a little ahead ask again; further ahead nothing can be known. */
    private static ProblemException notPassed(Duration ahead) {
        String zh = "asOf 所指的时刻尚未过去。";
        String en = "The instant in asOf has not passed yet.";
        if (ahead.compareTo(CLOCKS_APART) > 0) {
            return malformed(NOT_PASSED, zh, en);
        }
        int seconds = (int) Math.max(RETRY_AFTER_SECONDS, ahead.toSeconds() + 1);
        return new ProblemException(new Problem.NotYet(NOT_PASSED, seconds, zh, en));
    }

    private Optional<Instant> sealedAt(long position) {
        return jdbc.sql("SELECT sealed_at, (SELECT build FROM read.progress WHERE reader = 'live')"
                        + " FROM ledger.log WHERE position = ?")
                .param(position)
                .query((row, number) -> {
                    OneBuild.begin(row.getLong(2));
                    return Instant.ofEpochMilli(row.getLong(1));
                })
                .optional();
    }

    /** Tells whether a text says a position or an instant at all, whether or not the log knows it. */
    public static boolean understands(String asOf) {
        return POSITION.matcher(asOf).matches() || instant(asOf).isPresent();
    }

    private static Optional<Instant> instant(String asOf) {
        if (!FOUR_DIGIT_YEAR.matcher(asOf).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(asOf).toInstant());
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private long head() {
        return log.head().orElseThrow(Knowledge::beyond);
    }

    private void await(long position) {
        try {
            if (!progress.await(position, patience)) {
                throw notReached();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notReached();
        }
    }

    private static ProblemException beyond() {
        return new ProblemException(new Problem.NotFound("position", PARAMETER));
    }

    private static ProblemException neither() {
        return malformed(
                "as-of-malformed",
                "asOf 应为账本位置（如 42）或带时区的时刻（如 2025-06-10T09:30:00+08:00，网址中的 + 须写作 %2B）。",
                "asOf must be a log position such as 42, or an instant with its offset such as"
                        + " 2025-06-10T09:30:00+08:00, the + written as %2B in an address.");
    }

    private static ProblemException malformed(String code, String zh, String en) {
        return new ProblemException(new Problem.Malformed(code, PARAMETER, zh, en));
    }

    /** Says that what answers has not come as far as was asked. */
    public static ProblemException notReached() {
        return new ProblemException(new Problem.NotYet(
                "position-not-reached",
                RETRY_AFTER_SECONDS,
                "查询数据尚未更新到所要求的账本位置，请稍后重试。",
                "The read models have not reached the position asked for; ask again in a moment."));
    }
}
