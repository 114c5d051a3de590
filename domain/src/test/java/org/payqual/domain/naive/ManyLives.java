package org.payqual.domain.naive;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks lives drawn from seeds: 500, more by {@code -Dpayqual.lives=10000}, others by {@code -Dpayqual.seed=1}. One
 * that fails is cut down to the steps that it takes, and shown as a scenario.
 */
final class ManyLives {

    static final int LIVES = Integer.getInteger("payqual.lives", 500);
    private static final long SEED = Long.getLong("payqual.seed", 0);

    /** What is checked of a life. */
    interface Check {
        /** Returns what is wrong, or null where nothing is. */
        @Nullable
        String fault(List<Happening> life);
    }

    private ManyLives() {}

    static void check(Check check) {
        for (long seed = SEED; seed < SEED + LIVES; seed++) {
            List<Happening> life = RandomLife.of(seed);
            if (fault(check, life) != null) {
                List<Happening> least = least(life, check);
                throw new AssertionError("seed " + seed + ": " + fault(check, least) + "\n" + Written.steps(least));
            }
        }
    }

    private static @Nullable String fault(Check check, List<Happening> life) {
        try {
            return check.fault(life);
        } catch (RuntimeException thrown) {
            return thrown.toString();
        }
    }

    /** Leaves out steps as long as what is left fails. */
    private static List<Happening> least(List<Happening> life, Check check) {
        List<Happening> least = life;
        for (int part = life.size() / 2; part > 1; part /= 2) {
            least = without(least, part, check);
        }
        int before;
        do {
            before = least.size();
            least = without(least, 1, check);
        } while (least.size() < before);
        return least;
    }

    private static List<Happening> without(List<Happening> life, int part, Check check) {
        List<Happening> left = life;
        int from = 0;
        while (from < left.size()) {
            List<Happening> less = new ArrayList<>(left);
            less.subList(from, Math.min(from + part, less.size())).clear();
            if (fault(check, less) == null) {
                from += part;
            } else {
                left = less;
            }
        }
        return left;
    }
}
