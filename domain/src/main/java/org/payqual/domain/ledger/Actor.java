package org.payqual.domain.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Who acts: the pair of issuer and subject of their token, never an e-mail.
 *
 * @param issuer who vouches for the subject
 * @param subject the subject at that issuer
 * @param role in which the actor acts
 * @param organisation the code of the institution, agency or department acted for, where there is one
 */
public record Actor(
        String issuer, String subject, Role role, @Nullable String organisation) {}
