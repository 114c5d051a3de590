package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.payqual.domain.rulebook.Share;

/**
 * How many people of an institution count in a year up to a date, everyone once (TJ-33).
 *
 * @param measured how many of them were under a measure's own term on a day on which they counted as registered there
 * @param registered how many counted as registered there on any day
 */
public record Headcount(int measured, int registered) {

    /** Counts the people of an institution by what each of them contributes; people elsewhere contribute nothing. */
    public static Headcount of(Collection<Timeline> people, String institution, int year, LocalDate upTo) {
        Span days = Span.ofYear(year, upTo);
        List<List<Membership>> counted = people.stream()
                .map(it -> it.memberships().stream()
                        .filter(held -> held.within(days))
                        .map(Held::value)
                        .filter(membership -> membership.institution().equals(institution))
                        .toList())
                .filter(memberships -> !memberships.isEmpty())
                .toList();
        long measured = counted.stream()
                .filter(memberships -> memberships.stream().anyMatch(Membership::underMeasure))
                .count();
        return new Headcount((int) measured, counted.size());
    }

    /** Returns the share of those under a measure. */
    public Share share() {
        return new Share(measured, registered);
    }
}
