package org.payqual.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Counted lengths tell the same shares as the lengths themselves, to a part in five hundred. */
class TimesTest {

    @Test
    void sharesAreThoseOfAllLengths() {
        Random random = new Random(3);
        long[] micros = LongStream.generate(() -> (long) Math.exp(random.nextDouble(17)))
                .limit(20_000)
                .toArray();
        Times half = new Times();
        Times all = new Times();
        for (int i = 0; i < micros.length; i++) {
            (i % 2 == 0 ? half : all).add(micros[i]);
        }
        all.add(half);
        long[] sorted = LongStream.of(micros).sorted().toArray();
        assertThat(all.count()).isEqualTo(micros.length);
        for (double share : new double[] {0, 0.1, 0.5, 0.9, 0.99, 1}) {
            double millis = sorted[(int) (share * (sorted.length - 1))] / 1_000.0;
            assertThat(all.millis(share)).isCloseTo(millis, within(millis / 500));
        }
    }

    @Test
    void theLongestAndNoneAreCountedToo() {
        Times times = new Times();
        assertThat(times.millis(0.5)).isZero();
        times.add(Long.MAX_VALUE);
        times.add(0);
        assertThat(times.millis(0)).isZero();
        assertThat(times.millis(1)).isGreaterThan(9e15);
    }
}
