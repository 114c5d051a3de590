package org.payqual.domain.person;

/** The two parties to whom a scoring notice is told (TJ-34.1) and who may object to it (TJ-34.2). */
public enum Party {
    /** The institution that the person worked for. */
    INSTITUTION,
    /** The person. */
    PERSON
}
