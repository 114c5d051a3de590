package org.payqual.ops.reaction;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.payqual.command.dispatch.Target;
import org.payqual.domain.institution.InstitutionCommand.RecordRatio;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.person.Span;
import org.payqual.projections.live.Progress;
import org.payqual.projections.log.AdvisoryLock;
import org.payqual.projections.log.SealedEvent;
import org.payqual.query.institution.HeadRows;
import org.payqual.query.institution.RatioDays;
import org.payqual.query.institution.RatioDays.Risen;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records that the share of an institution's people under a measure reached a threshold (TJ-33). It is reached when the
 * log shows it: by what became known at a position, or by a day that came, which is told by the first event sealed on
 * it. Days still to come reach nothing.
 */
final class ReachedRatios implements Reaction {

    private static final String OPERATION = "record-ratio";
    private static final Set<String> NOTHING_NEW = Set.of("ratio-not-crossed");
    private static final Set<String> MERGERS = Set.of("person.taken-over", "person.merged");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Progress tables;
    private final JdbcClient rows;
    private Seen last = new Seen(-1, LocalDate.MIN, null);

    /**
     * Looks at the rows of people once the tables reflect the position in question.
     *
     * @param tables how far they are
     * @param rows reads them, each statement by itself: a transaction would keep a rebuild from exchanging them
     */
    ReachedRatios(Progress tables, JdbcClient rows) {
        this.tables = tables;
        this.rows = rows;
    }

    /**
     * When a position was sealed, in Shanghai.
     *
     * @param before the day of the position before, where that was an earlier one
     */
    private record Seen(
            long position, LocalDate day, @Nullable LocalDate before) {}

    @Override
    public String name() {
        return "reached-ratios";
    }

    @Override
    public AdvisoryLock lock() {
        return AdvisoryLock.REACHED_RATIOS;
    }

    @Override
    public boolean concerns(SealedEvent sealed, JdbcClient memory) {
        return seen(sealed).before() != null
                || RatioDays.CHANGED_BY.contains(sealed.name())
                || MERGERS.contains(sealed.name());
    }

    @Override
    public List<Errand> take(SealedEvent sealed, Event event, JdbcClient memory) {
        Takeovers takeovers = new Takeovers(memory);
        takeovers.note(sealed, event);
        OptionalLong since = takeovers.wholeSince(sealed.position());
        if (since.isEmpty()) {
            return List.of();
        }
        long build = tables.build();
        await(sealed.position());
        List<Errand> errands = errands(sealed, since.getAsLong());
        if (tables.build() != build) {
            throw new TooEarly("other tables became the live ones meanwhile");
        }
        return errands;
    }

    private List<Errand> errands(SealedEvent sealed, long since) {
        long position = sealed.position();
        LocalDate day = seen(sealed).day();
        @Nullable LocalDate before = since == position ? seen(sealed).before() : dayBefore(since, day);
        RatioDays days = new RatioDays(rows);
        Stream<Risen> byKnowledge = since < position || RatioDays.CHANGED_BY.contains(sealed.name())
                ? LongStream.rangeClosed(since, position).boxed().flatMap(it -> days.byKnowledge(it).stream())
                : Stream.empty();
        Stream<Risen> byDays = before == null ? Stream.empty() : days.byDays(before, day, position).stream();
        return Stream.concat(byKnowledge, byDays)
                .collect(Collectors.toMap(Risen::institution, Function.identity(), ReachedRatios::earlier))
                .values()
                .stream()
                .sorted(Comparator.comparing(Risen::institution))
                .flatMap(it -> errand(it, day, sealed))
                .toList();
    }

    private Stream<Errand> errand(Risen risen, LocalDate day, SealedEvent sealed) {
        long position = sealed.position();
        Span years = new Span(LocalDate.of(risen.year(), 1, 1), day.plusDays(1));
        // Of somebody whose history cannot be followed nobody knows whether they count.
        if (years.isEmpty() || new HeadRows(rows).stopped(risen.institution(), years, position) > 0) {
            return Stream.empty();
        }
        List<RecordRatio.Day> days = new RatioDays(rows).of(risen.institution(), risen.year(), day, position);
        return days.isEmpty()
                ? Stream.empty()
                : Stream.of(new CommandErrand<>(
                        Target.institution(risen.institution()),
                        OPERATION,
                        String.valueOf(position),
                        sealed.eventId(),
                        new RecordRatio(days, position),
                        NOTHING_NEW));
    }

    private static Risen earlier(Risen one, Risen other) {
        return one.year() <= other.year() ? one : other;
    }

    private Seen seen(SealedEvent sealed) {
        if (last.position() != sealed.position()) {
            LocalDate day = day(sealed.sealedAt());
            last = new Seen(sealed.position(), day, dayBefore(sealed.position(), day));
        }
        return last;
    }

    /** Returns the day of the position before one, where it is earlier than a day. */
    private @Nullable LocalDate dayBefore(long position, LocalDate day) {
        if (last.position() == position - 1 && position > 0) {
            return last.day().isBefore(day) ? last.day() : null;
        }
        return rows.sql("SELECT sealed_at FROM ledger.log WHERE position = ?")
                .param(position - 1)
                .query(Long.class)
                .optional()
                .map(it -> day(Instant.ofEpochMilli(it)))
                .filter(it -> it.isBefore(day))
                .orElse(null);
    }

    private static LocalDate day(Instant sealedAt) {
        return LocalDate.ofInstant(sealedAt, SHANGHAI);
    }

    private void await(long position) {
        try {
            if (!tables.await(position, PATIENCE)) {
                throw new TooEarly("the tables do not reflect position " + position + " yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
