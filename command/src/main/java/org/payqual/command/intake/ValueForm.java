package org.payqual.command.intake;

/** What may stand in the cells of a column. */
enum ValueForm {
    /** A person's name. */
    NAME,
    /** The number of an identity document, of the type that another column names. */
    DOCUMENT,
    /** One of the words of a list. */
    WORD,
    /** A day from 2024 to 2100. */
    DATE,
    /** Such a day that has come, of something that was done. */
    PAST,
    /** The day of an act, from 2000 on. */
    ACT,
    /** The id of an inspection, a handling or a notice, or the code of a violation. */
    ID,
    /** The national code of an institution. */
    INSTITUTION,
    /** An insurance region. */
    REGION,
    /** A code of a national standard; some have words. */
    STANDARD,
    /** A circumstance, by its citation. */
    CITATION,
    /** A whole number. */
    WHOLE,
    /** A free text. */
    TEXT
}
