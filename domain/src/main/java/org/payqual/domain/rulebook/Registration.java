package org.payqual.domain.rulebook;

/**
 * What registration asks and when it is barred.
 *
 * @param commitment a commitment at the institution comes first (TJ-18)
 * @param standing the first registration makes the standing normal (TJ-22)
 * @param places every place of practice registers (TJ-19)
 * @param content what a registration says beside the role; what is not known yet may follow (TJ-17)
 * @param departure leaving ends the registration (TJ-20)
 * @param barred nobody registers while a termination runs (TJ-31.3)
 * @param termServed after a termination's end nobody registers without a restoration (TJ-36)
 */
public record Registration(
        Citation commitment,
        Citation standing,
        Citation places,
        Citation content,
        Citation departure,
        Citation barred,
        Citation termServed) {}
