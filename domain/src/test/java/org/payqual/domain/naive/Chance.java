package org.payqual.domain.naive;

import java.util.List;
import java.util.SplittableRandom;

/** Draws from a seed, and counts what it has given a number. */
final class Chance {

    private final SplittableRandom source;
    private int numbered;

    Chance(long seed) {
        this.source = new SplittableRandom(seed);
    }

    /** A number from 0 up to and with the most. */
    int upTo(int most) {
        return source.nextInt(most + 1);
    }

    boolean oneIn(int so) {
        return source.nextInt(so) == 0;
    }

    <T> T of(List<T> all) {
        return all.get(source.nextInt(all.size()));
    }

    /** An id that was not given before. */
    String id(String letter) {
        numbered++;
        return letter + numbered;
    }
}
