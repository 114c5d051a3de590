package org.payqual.command.answer;

/** The forms of the codes and ids that callers choose; none leaves room for a name or a sentence. */
public final class Codes {

    /** The national code of an institution, agency or chain. */
    public static final String INSTITUTION = "[A-Z0-9]{1,32}";

    /**
     * The id of an inspection, a handling or a notice, or the code of a violation. None is {@code .} or {@code ..}: an
     * address that holds these as a step leads elsewhere, and what bears such an id could never be addressed.
     */
    public static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /** A code of a national standard. */
    public static final String STANDARD = "[A-Za-z0-9._-]{1,32}";

    /** An insurance region. */
    public static final String REGION = "[0-9]{2,12}";

    /** A circumstance, by its citation. */
    public static final String CITATION = "[A-Z]{2,8}-[0-9A-Za-z.-]{1,24}";

    /** A role, as rulebooks name it. */
    public static final String ROLE = "[A-Z][A-Z_]{0,31}";

    private Codes() {}
}
