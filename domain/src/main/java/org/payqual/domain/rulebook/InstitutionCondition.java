package org.payqual.domain.rulebook;

/**
 * The institutions at which a circumstance can be met.
 *
 * @param kind of the institution
 * @param publicOnly whether it must be a public one (TJ-26.2)
 */
public record InstitutionCondition(InstitutionKind kind, boolean publicOnly) {

    /** Tells whether an institution fits. */
    public boolean fits(InstitutionKind institution, boolean publicInstitution) {
        return institution == kind && (publicInstitution || !publicOnly);
    }
}
