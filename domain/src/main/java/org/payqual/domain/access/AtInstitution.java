package org.payqual.domain.access;

/** A request that is about what happens at one institution, so that an institution may only make it for itself. */
public interface AtInstitution {

    /** Names the institution by its code. */
    String institution();
}
