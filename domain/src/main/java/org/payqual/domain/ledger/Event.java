package org.payqual.domain.ledger;

/**
 * A fact that the ledger keeps for good.
 *
 * <p>Events are records that carry facts and results, codes and ids: never a person's name, a document's number or free
 * text, and never a second person. Their registered names and the names of their components are part of the stored form
 * and do not change once released.
 */
public interface Event {}
