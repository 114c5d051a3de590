package org.payqual.domain.ledger;

/** What an actor may be towards the ledger. */
public enum Role {
    /** The agency that handles contracts and records scores (医保经办机构). */
    AGENCY,
    /** The administrative department that imposes penalties (医保行政部门). */
    DEPARTMENT,
    /** A contracted institution, for its own people. */
    INSTITUTION,
    /** A person, for themselves. */
    PERSON,
    /** Whoever replays histories and checks proofs. */
    AUDITOR,
    /** The settlement system. */
    SETTLEMENT,
    /** Whoever adopts rulebooks and calendars. */
    RULEBOOK_KEEPER
}
