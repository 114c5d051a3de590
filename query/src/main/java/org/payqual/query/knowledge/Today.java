package org.payqual.query.knowledge;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The day on which the law's clock stands, where a question names none. */
public final class Today {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final InstantSource clock;

    /** Creates the day of a clock. */
    public Today(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns the day asked for, or today. */
    public LocalDate or(@Nullable LocalDate asked) {
        return asked == null ? LocalDate.ofInstant(clock.instant(), SHANGHAI) : asked;
    }
}
