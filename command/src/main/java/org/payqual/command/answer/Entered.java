package org.payqual.command.answer;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.payqual.command.dispatch.Recorded;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a command: what it concerned, and where it stands in the ledger.
 *
 * @param id of the stream: a person's, an institution's, an inspection's, a handling's
 * @param version the sequence of the stream's last event, to be sent as {@code If-Match} with the next command
 * @param position of that event in the log, for reading what was written; absent as long as it is not sealed, though it
 *     is on disk
 */
public record Entered(String id, long version, @Nullable Long position) {

    /** Says that something new is recorded, and where to read of it. */
    public static ResponseEntity<Entered> created(Recorded recorded, String location) {
        return ResponseEntity.created(URI.create(location)).eTag(etag(recorded)).body(of(recorded));
    }

    /** Says that it was recorded before, and nothing was added. */
    public static ResponseEntity<Entered> known(Recorded recorded) {
        return ResponseEntity.ok().eTag(etag(recorded)).body(of(recorded));
    }

    private static Entered of(Recorded recorded) {
        return new Entered(
                recorded.stream().id(),
                recorded.version(),
                recorded.position().isPresent() ? recorded.position().getAsLong() : null);
    }

    private static String etag(Recorded recorded) {
        return "\"" + recorded.version() + "\"";
    }
}
