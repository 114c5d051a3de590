package org.payqual.query.redress;

/** How far a request has come. */
enum Progress {
    /** It waits for its decision. */
    PENDING,
    /** It was granted. */
    GRANTED,
    /** It was refused. */
    REFUSED;

    static Progress of(boolean pending, boolean granted) {
        if (pending) {
            return PENDING;
        }
        return granted ? GRANTED : REFUSED;
    }
}
