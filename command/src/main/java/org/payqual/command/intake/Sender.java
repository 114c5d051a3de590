package org.payqual.command.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.payqual.command.Submission;
import org.payqual.command.dispatch.Outcome.KeyReused;
import org.payqual.command.dispatch.Outcome.Recorded;
import org.payqual.command.dispatch.Outcome.Refused;
import org.payqual.command.dispatch.Outcome.Stale;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.Target;
import org.payqual.command.dispatch.Wording;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.Refusal;

/**
 * Sends the commands of a file's rows. Each goes under a key worked out from the upload's own and from what the row
 * says, so that an upload repeated under its key records nothing twice, wherever the rows have moved to.
 */
final class Sender {

    private final Recorder recorder;
    private final Submission submission;

    Sender(Recorder recorder, Submission submission) {
        this.recorder = recorder;
        this.submission = submission;
    }

    /** Gives a sender of what an institution does itself: the agency may enter it, and the record says whose it is. */
    Sender enteredFor(String institution) {
        return new Sender(recorder, submission.enteredFor(institution));
    }

    /**
     * Records a command.
     *
     * @param onRecord the code of the refusal which says that all of this is on record
     */
    <C> Outcome send(Target<C> target, String operation, Values row, String onRecord, Wording<C> wording) {
        Map<String, String> said = new TreeMap<>(row.fields());
        Submission own = new Submission(
                submission.actor(), key(operation, said), null, submission.correlation(), submission.onBehalfOf());
        return switch (recorder.submit(target, operation, said, own, wording)) {
            case Recorded recorded -> new Outcome.Done(target, recorded.version());
            case Refused refused -> outcome(row, refused.refusal(), onRecord);
            case Stale stale -> throw new IllegalStateException("no version was expected");
            case KeyReused reused -> throw new ProblemException(new Problem.KeyReused());
        };
    }

    /** Tells what a refusal means for a row. */
    static Outcome outcome(Values row, Refusal refusal, String onRecord) {
        return refusal.code().equals(onRecord)
                ? new Outcome.OnRecord()
                : new Outcome.Refused(RowFault.of(row, refusal));
    }

    private String key(String operation, Map<String, String> said) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            said.forEach((field, value) -> {
                sha256.update((field + "=" + value.length() + ":" + value).getBytes(StandardCharsets.UTF_8));
            });
            return submission.key() + " " + operation + " " + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
