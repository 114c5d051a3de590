package org.payqual.ops.reaction;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.payqual.command.dispatch.Target;
import org.payqual.domain.handling.HandlingEvent;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.RecordEvent;
import org.payqual.domain.person.RevocationCause;
import org.payqual.projections.handling.RestingScores;
import org.payqual.projections.handling.RestingScores.Score;
import org.payqual.projections.log.AdvisoryLock;
import org.payqual.projections.log.SealedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * With a handling falls every score that rests on it (TJ-34.4): those recorded before it was overturned, and those that
 * were decided while nobody had seen yet that it was. Where overturning it was a clerk's error, they stand again.
 */
final class OverturnedHandlings implements Reaction {

    private static final String OPERATION = "revoke-overturned";
    /** It fell before, or the record that holds it now is told of it when the merger is read. */
    private static final Set<String> NEEDLESS = Set.of("notice-fell", "handling-stands", "person-merged");

    private static final String REINSTATEMENT = "reinstate";
    private static final Set<String> STANDS_OR_FELL_OTHERWISE = Set.of("not-fallen-so", "handling-overturned");

    private static final Set<String> LISTENS_TO = Set.of(
            "person.scored",
            "person.score-revoked",
            "person.entry-corrected",
            "person.merged",
            "person.taken-over",
            "handling.overturned",
            "handling.entry-corrected");

    @Override
    public String name() {
        return RestingScores.FOLLOWED_AS;
    }

    @Override
    public AdvisoryLock lock() {
        return AdvisoryLock.OVERTURNED_HANDLINGS;
    }

    @Override
    public boolean concerns(SealedEvent sealed, JdbcClient memory) {
        return LISTENS_TO.contains(sealed.name());
    }

    @Override
    public List<Errand> take(SealedEvent sealed, Event event, JdbcClient memory) {
        Takeovers takeovers = new Takeovers(memory);
        takeovers.note(sealed, event);
        if (event instanceof RecordEvent.TakenOver || (event instanceof PersonEvent && takeovers.tells(sealed))) {
            return List.of();
        }
        RestingScores scores = new RestingScores(memory);
        return switch (event) {
            case PersonEvent.Scored scored -> {
                Score score = new Score(sealed.streamId(), scored.notice());
                scores.scored(score, scored.handling(), sealed.position());
                yield scores.overturning(scored.handling()).stream()
                        .<Errand>map(overturning -> revocation(score, scored.handling(), overturning))
                        .toList();
            }
            case PersonEvent.ScoreRevoked revoked -> {
                boolean entered = revoked.cause() != RevocationCause.ENTRY_CORRECTED;
                scores.fell(new Score(sealed.streamId(), revoked.notice()), entered, sealed.position());
                yield List.of();
            }
            case RecordEvent.EntryCorrected corrected ->
                corrected.restores().stream()
                        .map(it -> new Score(sealed.streamId(), it))
                        .<Errand>flatMap(score -> stoodAgain(score, sealed.position(), scores))
                        .toList();
            case RecordEvent.Merged merged ->
                scores.merged(sealed.streamId(), merged.into()).stream()
                        .<Errand>flatMap(score -> held(score, scores))
                        .toList();
            case HandlingEvent.Overturned overturned -> {
                String handling = sealed.streamId();
                scores.overturned(handling, sealed.eventId());
                yield scores.standing(handling).stream()
                        .<Errand>map(score -> revocation(score, handling, sealed.eventId()))
                        .toList();
            }
            case HandlingEvent.EntryCorrected corrected ->
                scores.fallen(sealed.streamId()).stream()
                        .<Errand>map(score -> reinstatement(score, corrected, sealed.eventId()))
                        .toList();
            default -> throw new IllegalArgumentException("not listened to: " + sealed.name());
        };
    }

    /** Whoever was told to revoke it before the merger was known may have come too late. */
    private static Stream<Errand> held(Score score, RestingScores scores) {
        String handling = scores.handlingOf(score);
        return scores.overturning(handling).stream().map(overturning -> revocation(score, handling, overturning));
    }

    private static Stream<Errand> stoodAgain(Score score, long position, RestingScores scores) {
        String handling = scores.stoodAgain(score, position);
        return scores.overturning(handling).stream().map(overturning -> revocation(score, handling, overturning));
    }

    private static Errand reinstatement(Score score, HandlingEvent.EntryCorrected corrected, String correction) {
        return new CommandErrand<>(
                Target.person(score.person()),
                REINSTATEMENT,
                score.notice() + " " + correction,
                correction,
                new PersonCommand.Reinstate(score.notice(), corrected.date(), corrected.reason()),
                STANDS_OR_FELL_OTHERWISE);
    }

    private static Errand revocation(Score score, String handling, String overturning) {
        return new CommandErrand<>(
                Target.person(score.person()),
                OPERATION,
                handling + " " + score.notice() + " " + overturning,
                overturning,
                new PersonCommand.RevokeOverturned(score.notice()),
                NEEDLESS);
    }
}
