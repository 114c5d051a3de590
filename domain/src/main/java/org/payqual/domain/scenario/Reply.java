package org.payqual.domain.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;

/** What a world says to an entry. */
public sealed interface Reply {

    /**
     * It is recorded.
     *
     * @param rests the provisions applied, those of what follows from it last
     */
    record Accepted(List<Provision> rests) implements Reply {
        /** Copies the provisions. */
        public Accepted {
            rests = List.copyOf(rests);
        }
    }

    /**
     * It is refused and leaves no trace.
     *
     * @param code a stable word for programs, such as {@code no-commitment}
     * @param provision on which the refusal rests; absent where no rule of law is at stake
     * @param reason in words
     */
    record Refused(String code, @Nullable Provision provision, String reason) implements Reply {}
}
