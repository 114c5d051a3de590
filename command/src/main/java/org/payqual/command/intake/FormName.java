package org.payqual.command.intake;

/** What a file may hold; the order is that in which a heading is compared with them. */
public enum FormName {
    /** Handlings, with the people scored on them or without. */
    DECISIONS,
    /** People with their commitments and registrations. */
    ROSTER,
    /** Institutions with their agreements. */
    INSTITUTIONS
}
