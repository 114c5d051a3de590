package org.payqual.domain.rulebook;

/**
 * Points for an amount involved, where a circumstance is scored by amounts.
 *
 * @param fromYuan the least amount to which the points apply, in whole yuan
 * @param points within the circumstance's band
 */
public record AmountStep(long fromYuan, int points) {}
