package org.payqual.ops.access;

/** How far an ability of a role reaches. */
enum Scope {
    /** Everyone and every institution. */
    ALL,
    /** People who are or were registered at the caller's own institution. */
    OWN_PEOPLE,
    /** What happens at the caller's own institution. */
    OWN_INSTITUTION,
    /** The caller as a person. */
    SELF
}
