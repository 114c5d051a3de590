package org.payqual.query.knowledge;

import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;

/** How many entries a page has. */
public final class PageSize {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private PageSize() {}

    /**
     * Returns the number asked for, or the usual one.
     *
     * @throws ProblemException if it is not from 1 to 200
     */
    public static int of(@Nullable Integer limit) {
        if (limit == null) {
            return USUAL;
        }
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(new Problem.Malformed(
                    "limit-out-of-range", "limit", "limit 应为 1 至 200。", "The limit must be from 1 to 200."));
        }
        return limit;
    }
}
