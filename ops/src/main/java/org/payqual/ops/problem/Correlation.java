package org.payqual.ops.problem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The random id under which one request appears in answers, logs and metadata. Ids that clients send are never used.
 */
public final class Correlation {

    /** The answer's header that tells it. */
    public static final String HEADER = "X-Correlation-Id";

    static final String MDC_KEY = "correlation";

    private Correlation() {}

    /** Gives the id of the request under way on this thread, or null outside of one. */
    public static @Nullable String current() {
        return MDC.get(MDC_KEY);
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }
}
