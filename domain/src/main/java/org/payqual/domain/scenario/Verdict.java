package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;

/**
 * What came of a scenario.
 *
 * @param scenario which
 * @param awaits the words in it that cannot be played yet; none where it was played
 * @param taken its steps with what was said to them, none where it was not played
 * @param answers its expectations with what came out, none where it was not played
 */
public record Verdict(Scenario scenario, List<String> awaits, List<Taken> taken, List<Answer> answers) {

    /** How a scenario ends. */
    public enum Outcome {
        /** All is as expected. */
        OK,
        /** Something is not as expected. */
        FAILED,
        /** It holds something that cannot be played yet. */
        NOT_YET
    }

    /** Copies the lists. */
    public Verdict {
        awaits = List.copyOf(awaits);
        taken = List.copyOf(taken);
        answers = List.copyOf(answers);
    }

    /** Returns how it ended. */
    public Outcome outcome() {
        if (!awaits.isEmpty()) {
            return Outcome.NOT_YET;
        }
        boolean met =
                taken.stream().allMatch(Taken::asExpected) && answers.stream().allMatch(Answer::met);
        return met ? Outcome.OK : Outcome.FAILED;
    }

    /**
     * A step that was taken.
     *
     * @param step which
     * @param recorded the day on which it became known
     * @param said what was said to each of its entries
     */
    public record Taken(Step step, LocalDate recorded, List<Said> said) {

        /** Copies the replies. */
        public Taken {
            said = List.copyOf(said);
        }

        /**
         * Tells whether every entry was accepted, or refused on the provision expected; a step must enter something.
         */
        public boolean asExpected() {
            return !said.isEmpty() && said.stream().map(Said::reply).allMatch(this::asExpected);
        }

        private boolean asExpected(Reply reply) {
            Provision expected = step.refused();
            return switch (reply) {
                case Reply.Accepted accepted -> expected == null;
                case Reply.Refused refused -> expected != null && expected.equals(refused.provision());
            };
        }
    }

    /**
     * What was said to an entry.
     *
     * @param person the person concerned; null where it concerned everybody
     * @param reply what was said
     */
    public record Said(@Nullable String person, Reply reply) {}

    /**
     * An expectation with what came out.
     *
     * @param expectation which
     * @param person of whom it was asked; null where it was asked of an institution
     * @param points what was expected beside what came out
     */
    public record Answer(Expectation expectation, @Nullable String person, List<Point> points) {

        /** Copies the points. */
        public Answer {
            points = List.copyOf(points);
        }

        /** Tells whether everything is as expected. */
        public boolean met() {
            return points.stream().allMatch(Point::met);
        }
    }

    /**
     * One point of an expectation.
     *
     * @param name the key under which a file expects it
     * @param expected what was expected, as a file writes it
     * @param found what came out, written likewise
     * @param met whether that is as expected
     */
    public record Point(String name, String expected, String found, boolean met) {}
}
