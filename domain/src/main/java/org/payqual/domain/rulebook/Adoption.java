package org.payqual.domain.rulebook;

import java.util.List;
import org.payqual.domain.file.Fault;
import org.payqual.domain.ledger.Refusal;

/** What comes of handing in a rulebook's file for adoption. */
public sealed interface Adoption {

    /**
     * It can be adopted.
     *
     * @param rulebook the new one
     * @param all the adopted set with it
     */
    record Adopted(Rulebook rulebook, Rulebooks all) implements Adoption {}

    /**
     * The very same file is adopted already; nothing changes.
     *
     * @param rulebook which it is
     */
    record Known(Rulebook rulebook) implements Adoption {}

    /**
     * The file has faults.
     *
     * @param faults all of them
     */
    record Faulty(List<Fault> faults) implements Adoption {

        /** Copies the faults. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * It does not go with what is adopted.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements Adoption {}
}
