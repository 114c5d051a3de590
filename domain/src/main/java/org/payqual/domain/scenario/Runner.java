package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.scenario.Verdict.Answer;
import org.payqual.domain.scenario.Verdict.Said;
import org.payqual.domain.scenario.Verdict.Taken;

/** Plays scenarios on an engine and compares what comes out with what is expected. */
public final class Runner {

    private final Engine engine;
    private final Rulebook rulebook;

    /**
     * Makes a runner.
     *
     * @param engine that plays
     * @param rulebook under which the engine plays, which says what a scenario may leave out
     */
    public Runner(Engine engine, Rulebook rulebook) {
        this.engine = engine;
        this.rulebook = rulebook;
    }

    /** Plays one scenario, unless something in it cannot be played yet. */
    public Verdict run(Scenario scenario) {
        List<String> beyondReach = scenario.beyondReach();
        if (!beyondReach.isEmpty()) {
            return new Verdict(scenario, beyondReach, List.of(), List.of());
        }
        List<Premises> institutions =
                scenario.institutions().stream().map(it -> it.under(rulebook)).toList();
        Engine.World world = engine.open(institutions, scenario.people());
        Casting casting = new Casting(scenario, rulebook);
        NavigableMap<LocalDate, Long> clock = new TreeMap<>();
        long before = world.recorded();
        List<Taken> taken = new ArrayList<>();
        for (Step step : scenario.steps()) {
            LocalDate recorded =
                    clock.isEmpty() || step.recorded().isAfter(clock.lastKey()) ? step.recorded() : clock.lastKey();
            List<Said> said = new ArrayList<>();
            List<Entry> entries = casting.entries(step, recorded);
            for (Entry entry : entries) {
                Reply reply = world.enter(entry);
                if (reply instanceof Reply.Accepted) {
                    casting.accepted(entry);
                }
                said.add(new Said(entry.person(), reply));
            }
            said.addAll(Casting.unentered(step, entries));
            clock.put(recorded, world.recorded());
            taken.add(new Taken(step, recorded, said));
        }
        return new Verdict(scenario, List.of(), taken, answers(scenario, world, clock, before));
    }

    private List<Answer> answers(
            Scenario scenario, Engine.World world, NavigableMap<LocalDate, Long> clock, long before) {
        List<Answer> answers = new ArrayList<>();
        for (Expectation expectation : scenario.expectations()) {
            long known = known(expectation.known(), world, clock, before);
            answers.addAll(Comparison.answers(world, rulebook, expectation, known));
        }
        return answers;
    }

    private static long known(
            @Nullable LocalDate day, Engine.World world, NavigableMap<LocalDate, Long> clock, long before) {
        if (day == null) {
            return world.recorded();
        }
        Map.Entry<LocalDate, Long> last = clock.floorEntry(day);
        return last == null ? before : last.getValue();
    }
}
