package org.payqual.domain.scenario;

import java.util.List;
import org.payqual.domain.rulebook.Rulebook;

/**
 * The engine that calls the decisions themselves, without a store, under one rulebook for every region and every date.
 */
public final class DirectEngine implements Engine {

    private final Rulebook rulebook;

    /** Plays under a rulebook. */
    public DirectEngine(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @Override
    public World open(List<Premises> institutions, List<String> people) {
        return new DirectWorld(rulebook, institutions, people);
    }
}
