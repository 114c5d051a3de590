package org.payqual.query.person;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.query.knowledge.Knowledge;
import org.payqual.query.knowledge.KnownAt;

/** Finds a person as known at the time that a question asks about. */
public final class PersonLookup {

    private static final String PERSON = "person";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int RETRY_AFTER_SECONDS = 3600;

    private final Knowledge knowledge;
    private final PersonRows rows;

    /** Creates the look-up. */
    public PersonLookup(Knowledge knowledge, PersonRows rows) {
        this.knowledge = knowledge;
        this.rows = rows;
    }

    /**
     * Finds the state of the log asked for, in which something can be said of a person.
     *
     * @throws ProblemException if the person is unknown at that time, or their history cannot be followed up to it
     */
    public KnownAt followedAt(String person, @Nullable String asOf) {
        return followed(person, asOf).reflects();
    }

    /**
     * Finds a person of whom rows tell. Of a record that was merged into another by then, that other tells.
     *
     * @throws ProblemException if the person is unknown at that time, or their history cannot be followed up to it
     */
    public PersonKnown followed(String person, @Nullable String asOf) {
        PersonKnown known = survivor(recorded(person, asOf));
        rows.stopped(known.id(), known.position()).ifPresent(PersonLookup::refuse);
        return known;
    }

    /** Finds the record in which a person goes on. */
    PersonKnown survivor(PersonKnown known) {
        String into = known.mergedInto();
        return into == null ? known : survivor(recorded(into, known.reflects()));
    }

    /**
     * Finds a person of whom something is recorded, whether or not it can be followed.
     *
     * @throws ProblemException if the person is unknown at that time
     */
    public PersonKnown recorded(String person, @Nullable String asOf) {
        if (!isId(person)) {
            throw unknown();
        }
        return recorded(person, knowledge.asOf(asOf));
    }

    private PersonKnown recorded(String person, KnownAt reflects) {
        PersonRows.Last last = rows.last(person, reflects.position()).orElseThrow(PersonLookup::unknown);
        return new PersonKnown(person, last.version(), last.mergedInto(), reflects);
    }

    /** Tells whether a text is written as people's ids are. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static ProblemException unknown() {
        return new ProblemException(new Problem.NotFound(PERSON, PERSON));
    }

    private static void refuse(long position) {
        throw new ProblemException(new Problem.NotYet(
                "history-stopped",
                RETRY_AFTER_SECONDS,
                "该人员自账本位置 " + position + " 起的记录无法接续，须由运维人员处理；此前的位置仍可查询。",
                "This person's records cannot be followed from log position " + position
                        + " on and need the operator; earlier positions can be asked about."));
    }
}
