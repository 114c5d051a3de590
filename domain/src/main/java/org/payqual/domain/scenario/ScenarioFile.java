package org.payqual.domain.scenario;

import java.util.List;

/**
 * A file of scenarios.
 *
 * @param rulebook under which all of them are played: the name of a built-in one, or a path relative to the file
 * @param scenarios at least one, in the order of the file
 */
public record ScenarioFile(RulebookName rulebook, List<Scenario> scenarios) {

    /** Copies the scenarios. */
    public ScenarioFile {
        scenarios = List.copyOf(scenarios);
    }
}
