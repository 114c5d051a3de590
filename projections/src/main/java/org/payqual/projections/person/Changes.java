package org.payqual.projections.person;

import java.util.LinkedHashMap;
import java.util.Map;
import org.payqual.domain.person.Membership;
import org.payqual.domain.person.Occurrence;
import org.payqual.domain.person.RegistrationHeld;
import org.payqual.domain.person.Standing;
import org.payqual.domain.person.YearTotal;

/** What a run of events changes in all tables of people. */
public final class Changes {

    private final RowChanges<Standing> standings = new RowChanges<>();
    private final RowChanges<YearTotal> yearTotals = new RowChanges<>();
    private final RowChanges<RegistrationHeld> registrations = new RowChanges<>();
    private final RowChanges<Membership> memberships = new RowChanges<>();
    private final RowChanges<Occurrence> occurrences = new RowChanges<>();
    private final Map<String, Turn.Stopped> stops = new LinkedHashMap<>();

    /** Takes in the next turn, in log order. */
    public void add(Turn turn) {
        switch (turn) {
            case Turn.Changed it -> {
                standings.change(
                        it.person(),
                        it.position(),
                        it.before().standings(),
                        it.after().standings());
                yearTotals.change(
                        it.person(),
                        it.position(),
                        it.before().yearTotals(),
                        it.after().yearTotals());
                registrations.change(
                        it.person(),
                        it.position(),
                        it.before().registrations(),
                        it.after().registrations());
                memberships.change(
                        it.person(),
                        it.position(),
                        it.before().memberships(),
                        it.after().memberships());
                occurrences.change(
                        it.person(),
                        it.position(),
                        it.before().occurrences(),
                        it.after().occurrences());
            }
            case Turn.Stopped it -> {
                standings.stop(it.person(), it.position());
                yearTotals.stop(it.person(), it.position());
                registrations.stop(it.person(), it.position());
                memberships.stop(it.person(), it.position());
                occurrences.stop(it.person(), it.position());
                stops.putIfAbsent(it.person(), it);
            }
            case Turn.StillStopped still -> {}
        }
    }

    /** Returns what changes about standings. */
    public RowChanges<Standing> standings() {
        return standings;
    }

    /** Returns what changes about year totals. */
    public RowChanges<YearTotal> yearTotals() {
        return yearTotals;
    }

    /** Returns what changes about registrations. */
    public RowChanges<RegistrationHeld> registrations() {
        return registrations;
    }

    /** Returns what changes about who counts among an institution's people. */
    public RowChanges<Membership> memberships() {
        return memberships;
    }

    /** Returns what changes about occurrences. */
    public RowChanges<Occurrence> occurrences() {
        return occurrences;
    }

    /** Returns the people who are stopped, by id; all rows of theirs that were open before end there. */
    public Map<String, Turn.Stopped> stops() {
        return Map.copyOf(stops);
    }
}
