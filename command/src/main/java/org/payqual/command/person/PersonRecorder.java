package org.payqual.command.person;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Submission;
import org.payqual.command.answer.Entered;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.Target;
import org.payqual.command.dispatch.Wording;
import org.payqual.domain.person.PersonCommand;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Records commands about people and answers where their history can be read. */
@Component
class PersonRecorder {

    /** The form of a person's id. */
    static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final Recorder recorder;

    PersonRecorder(Recorder recorder) {
        this.recorder = recorder;
    }

    ResponseEntity<Entered> record(
            String person, String operation, Object body, Submission submission, PersonCommand command) {
        return word(person, operation, body, submission, digest -> command);
    }

    ResponseEntity<Entered> word(
            String person, String operation, Object body, Submission submission, Wording<PersonCommand> wording) {
        return word(Target.person(person), operation, body, submission, wording);
    }

    ResponseEntity<Entered> word(
            Target<PersonCommand> target,
            String operation,
            Object body,
            Submission submission,
            Wording<PersonCommand> wording) {
        return Entered.created(
                recorder.record(target, operation, body, submission, wording),
                "/api/v1/people/" + target.stream().id() + "/history");
    }

    /** Gives the digest of a text that may be absent. */
    static @Nullable String digest(UnaryOperator<String> digest, @Nullable String text) {
        return text == null ? null : digest.apply(text);
    }
}
