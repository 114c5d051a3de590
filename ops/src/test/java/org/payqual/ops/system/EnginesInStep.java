package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.payqual.domain.rulebook.Duty;
import org.payqual.domain.scenario.Engine;
import org.payqual.domain.scenario.Entry;
import org.payqual.domain.scenario.Pay;
import org.payqual.domain.scenario.Premises;
import org.payqual.domain.scenario.Ratio;
import org.payqual.domain.scenario.Reply;
import org.payqual.domain.scenario.Stand;

/**
 * Plays on one engine and on another in step with it, and checks that every answer is the same, with the very
 * provisions that the answer itself names. What the one cites beside them it may take from a wider circle.
 */
record EnginesInStep(Engine played, Engine model) implements Engine {

    @Override
    public World open(List<Premises> institutions, List<String> people) {
        return new WorldsInStep(played.open(institutions, people), model.open(institutions, people));
    }

    private static final class WorldsInStep implements World {

        private final World played;
        private final World model;
        private final NavigableMap<Long, Long> places = new TreeMap<>();

        private WorldsInStep(World played, World model) {
            this.played = played;
            this.model = model;
            places.put(played.recorded(), model.recorded());
        }

        @Override
        public long recorded() {
            return played.recorded();
        }

        @Override
        public Reply enter(Entry entry) {
            Reply reply = played.enter(entry);
            assertThat(refusedOn(reply)).as(entry::toString).isEqualTo(refusedOn(model.enter(entry)));
            places.put(played.recorded(), model.recorded());
            return reply;
        }

        private static String refusedOn(Reply reply) {
            return reply instanceof Reply.Refused refused ? refused.code() + " " + refused.provision() : "accepted";
        }

        @Override
        public Stand standing(String person, LocalDate date, long known) {
            Stand stand = played.standing(person, date, known);
            assertThat(told(stand))
                    .as("standing of %s on %s", person, date)
                    .isEqualTo(told(model.standing(person, date, place(known))));
            return stand;
        }

        private static Stand told(Stand it) {
            return new Stand(
                    it.kind(),
                    it.until(),
                    it.termServed(),
                    it.points(),
                    it.keySupervision(),
                    it.provisions(),
                    List.of());
        }

        @Override
        public Pay payable(String person, String institution, LocalDate date, boolean emergency, long known) {
            Pay pay = played.payable(person, institution, date, emergency, known);
            assertThat(told(pay))
                    .as("payment for %s at %s on %s", person, institution, date)
                    .isEqualTo(told(model.payable(person, institution, date, emergency, place(known))));
            return pay;
        }

        private static Pay told(Pay it) {
            return new Pay(it.payable(), it.provision(), List.of());
        }

        @Override
        public Ratio ratio(String institution, int year, LocalDate date, long known) {
            Ratio ratio = played.ratio(institution, year, date, known);
            assertThat(ratio)
                    .as("ratio of %s in %s on %s", institution, year, date)
                    .isEqualTo(model.ratio(institution, year, date, place(known)));
            return ratio;
        }

        @Override
        public List<LocalDate> due(String person, Duty duty, LocalDate date, long known) {
            List<LocalDate> due = played.due(person, duty, date, known);
            assertThat(due)
                    .as("%s due of %s on %s", duty, person, date)
                    .containsExactlyInAnyOrderElementsOf(model.due(person, duty, date, place(known)));
            return due;
        }

        private long place(long known) {
            return places.floorEntry(known).getValue();
        }
    }
}
