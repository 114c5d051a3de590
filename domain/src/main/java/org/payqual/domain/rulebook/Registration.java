package org.payqual.domain.rulebook;

import java.util.Set;

/**
 * What registration asks and when it is barred.
 *
 * @param commitment a commitment at the institution comes first (TJ-18)
 * @param standing the first registration makes the standing normal (TJ-22)
 * @param places every place of practice registers (TJ-19)
 * @param content what a registration says, and which provision asks for it (TJ-17)
 * @param departure leaving ends the registration (TJ-20)
 * @param barred nobody registers while a termination runs (TJ-31.3)
 * @param termServed after a termination's end nobody registers without a restoration (TJ-36)
 */
public record Registration(
        Citation commitment,
        Citation standing,
        Citation places,
        Content content,
        Citation departure,
        Citation barred,
        Citation termServed) {

    /**
     * What a registration says.
     *
     * @param fields by their names
     * @param cites the provision that lists them
     */
    public record Content(Set<String> fields, Citation cites) {

        /** Copies the fields. */
        public Content {
            fields = Ordered.set(fields);
        }
    }
}
