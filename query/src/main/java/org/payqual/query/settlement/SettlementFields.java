package org.payqual.query.settlement;

/** The names of a line's fields. */
final class SettlementFields {

    static final String PERSON = "person";
    static final String INSTITUTION = "institution";
    static final String VALID_AT = "validAt";
    static final String EXCEPTION = "exception";
    static final String REASON = "reason";

    private SettlementFields() {}
}
