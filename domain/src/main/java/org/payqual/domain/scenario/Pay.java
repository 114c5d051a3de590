package org.payqual.domain.scenario;

import org.payqual.domain.ledger.Provision;

/**
 * Whether a service is payable, as a world answers it.
 *
 * @param payable whether it is
 * @param rests the provision on which that rests
 */
public record Pay(boolean payable, Provision rests) {}
