package org.payqual.ops.bench;

/**
 * How long many turns took, counted by their length: to a microsecond up to a millisecond, beyond that to a part in
 * five hundred. Takes the same memory for ten turns and for a hundred million.
 */
final class Times {

    private static final int EXACT_BITS = 10;
    private static final int EXACT = 1 << EXACT_BITS;
    private static final int STEPS = EXACT / 2;
    private static final double MICROS_A_MILLI = 1_000.0;

    private final long[] counts = new long[EXACT + STEPS * (Long.SIZE - EXACT_BITS)];
    private long count;

    /** Counts a turn. */
    void add(long micros) {
        counts[place(micros)]++;
        count++;
    }

    /** Counts all turns that another has counted. */
    void add(Times other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        count += other.count;
    }

    /** Returns how many turns were counted. */
    long count() {
        return count;
    }

    /** Returns within how many milliseconds a share of the turns was done; 0 if there were none. */
    double millis(double share) {
        long left = (long) (share * (count - 1));
        for (int i = 0; i < counts.length; i++) {
            left -= counts[i];
            if (left < 0 && count > 0) {
                return micros(i) / MICROS_A_MILLI;
            }
        }
        return 0;
    }

    private static int place(long micros) {
        if (micros < EXACT) {
            return (int) micros;
        }
        int shift = Long.SIZE - EXACT_BITS - Long.numberOfLeadingZeros(micros);
        return EXACT + (shift - 1) * STEPS + (int) (micros >>> shift) - STEPS;
    }

    private static long micros(int place) {
        if (place < EXACT) {
            return place;
        }
        int shift = (place - EXACT) / STEPS + 1;
        return (long) ((place - EXACT) % STEPS + STEPS) << shift;
    }
}
