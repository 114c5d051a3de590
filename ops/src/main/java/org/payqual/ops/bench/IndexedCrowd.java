package org.payqual.ops.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.SettlementSpans;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.query.settlement.index.SettlementIndex;
import org.payqual.query.settlement.index.Update;

/**
 * People for the settlement index alone, each committed and registered at one hospital.
 *
 * @param people how many
 * @param institution at which they are registered
 * @param rulebook under which that was decided
 */
record IndexedCrowd(int people, String institution, Rulebook rulebook) {

    private static final int AT_ONCE = 1_000;
    private static final int EVENTS = 3;
    /** Twelve digits follow when the first is cut off. */
    private static final long FIRST_CODE = 1_000_000_000_000L;

    /** Returns the national code of a person by its number. */
    static String code(int number) {
        return "D" + Long.toString(FIRST_CODE + number).substring(1);
    }

    /** Puts them into the index, beside the institution. */
    void fill(SettlementIndex index) {
        Crowd crowd = new Crowd(1, EVENTS, institution, rulebook);
        Person person = Person.UNKNOWN;
        for (int i = 0; i < EVENTS; i++) {
            person = Person.evolve(person, crowd.event(crowd.ids().getFirst(), i));
        }
        SettlementSpans spans = SettlementSpans.of(person);
        List<Update> some = new ArrayList<>();
        some.add(new Update.InstitutionFolded(institution, "120101"));
        for (int i = 0; i < people; i++) {
            some.add(new Update.PersonFolded(UUID.randomUUID(), List.of(code(i)), spans));
            if (some.size() >= AT_ONCE) {
                index.fill(some);
                some.clear();
            }
        }
        index.fill(some);
    }
}
