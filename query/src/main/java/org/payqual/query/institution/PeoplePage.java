package org.payqual.query.institution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.StandingKind;
import org.payqual.query.knowledge.Cursor;

/**
 * Which page of a list of people: the question, and after whom.
 *
 * @param asOf the knowledge asked about
 * @param day the day asked about
 * @param standing the only standing to be listed; null for all
 * @param after the place where the page begins
 */
record PeoplePage(
        @Nullable String asOf, LocalDate day, @Nullable StandingKind standing, PeopleRows.After after) {

    private static final String KIND = "people";
    private static final String ANY = "-";
    private static final int PARTS = 6;

    /** Reads the page of a cursor. */
    static PeoplePage at(String cursor) {
        Cursor read = Cursor.read(cursor, KIND, PARTS);
        try {
            String standing = read.parts().get(3);
            return new PeoplePage(
                    String.valueOf(read.number(1)),
                    read.day(2),
                    standing.equals(ANY) ? null : StandingKind.valueOf(standing),
                    new PeopleRows.After(read.parts().get(4), read.number(5)));
        } catch (IllegalArgumentException e) {
            throw Cursor.malformed();
        }
    }

    /** Returns the cursor of the page after one that ends with a member. */
    String next(long position, PeopleRows.Member last) {
        return Cursor.of(
                        KIND,
                        position,
                        day,
                        standing == null ? ANY : standing,
                        last.person(),
                        last.registration().recorded())
                .word();
    }
}
