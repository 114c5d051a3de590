package org.payqual.ops.reaction;

import java.util.Optional;
import java.util.Set;
import org.payqual.command.dispatch.Outcome;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.Target;

/**
 * A command that the program sends of itself.
 *
 * @param target the stream that it is about
 * @param operation what is done, as a word that never changes
 * @param key tells the errand apart from all others of this operation to that stream
 * @param cause the id of the event because of which it is sent
 * @param command the command
 * @param needless the codes of refusals that say that nothing is left to do
 * @param <C> the commands that the stream takes
 */
record CommandErrand<C>(Target<C> target, String operation, String key, String cause, C command, Set<String> needless)
        implements Errand {

    /** Copies the codes. */
    CommandErrand {
        needless = Set.copyOf(needless);
    }

    @Override
    public Optional<String> send(Recorder recorder) {
        return switch (recorder.submitBecause(target, operation, key, cause, command)) {
            case Outcome.Recorded recorded -> Optional.empty();
            case Outcome.Refused refused ->
                Optional.of(refused.refusal().code()).filter(code -> !needless.contains(code));
            case Outcome.Stale stale -> Optional.of("stale-version");
            case Outcome.KeyReused reused -> Optional.of("key-reused");
        };
    }
}
