package org.payqual.domain.scenario;

import java.util.List;
import org.payqual.domain.ledger.Provision;

/**
 * One example of what the law gives: steps that are taken and what is expected to come of them.
 *
 * @param name unique within its file
 * @param line on which it begins, counted from 1
 * @param cites the provisions it is an example of, at least one
 * @param institutions that take part, the usual ones among them
 * @param people who take part, at least one
 * @param steps in the order in which they are recorded
 * @param expectations in the order of the file
 */
public record Scenario(
        String name,
        int line,
        List<Provision> cites,
        List<Premises> institutions,
        List<String> people,
        List<Step> steps,
        List<Expectation> expectations) {

    /** The person of a scenario that names nobody. */
    public static final String SOMEBODY = "somebody";

    /** Copies the lists. */
    public Scenario {
        cites = List.copyOf(cites);
        institutions = List.copyOf(institutions);
        people = List.copyOf(people);
        steps = List.copyOf(steps);
        expectations = List.copyOf(expectations);
    }

    /** Returns the words of those expectations that cannot be answered yet; none if all of it can. */
    public List<String> beyondReach() {
        return expectations.stream()
                .map(Expectation::asked)
                .filter(Expectation.BeyondReach.class::isInstance)
                .map(Expectation.Asked::word)
                .distinct()
                .toList();
    }
}
