package org.payqual.domain.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * So many out of so many, kept as the two numbers, since a fraction such as one third has no decimal.
 *
 * @param part of the whole; occurrences can be more than the whole
 * @param whole may be 0, and then the share is 0
 */
public record Share(int part, int whole) {

    private static final int DECIMALS = 6;

    /** Checks that neither is negative. */
    public Share {
        if (part < 0 || whole < 0) {
            throw new IllegalArgumentException("a share of " + part + " out of " + whole);
        }
    }

    /** Tells whether the share is at least so much, by exact fractions; nothing out of nobody reaches nothing. */
    public boolean reaches(BigDecimal least) {
        return whole > 0 && BigDecimal.valueOf(part).compareTo(least.multiply(BigDecimal.valueOf(whole))) >= 0;
    }

    /** Returns the share rounded half up to at most six decimals, without zeros at its end. */
    public BigDecimal decimal() {
        BigDecimal stripped = rounded(DECIMALS).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Returns the share rounded half up to so many decimals. */
    public BigDecimal rounded(int decimals) {
        return whole == 0
                ? BigDecimal.ZERO.setScale(decimals)
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP);
    }
}
