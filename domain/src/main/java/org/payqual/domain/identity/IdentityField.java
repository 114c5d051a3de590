package org.payqual.domain.identity;

/** A part of an identity on record. */
public enum IdentityField {
    /** The name. */
    NAME,
    /** The kind of document. */
    DOCUMENT_TYPE,
    /** The document's number. */
    DOCUMENT_NUMBER
}
