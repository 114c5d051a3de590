package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.person.Finding;
import org.payqual.domain.person.Notice;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.Registration;
import org.payqual.domain.person.Restoration;
import org.payqual.domain.person.Standing;
import org.payqual.domain.rulebook.Cited;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.StandingKind;

/**
 * The provisions on which everything said of a person on a day rests, for examples that cite them: of the standing, of
 * the year's points, and of the key supervision.
 */
final class Grounds {

    private final Person person;
    private final LocalDate date;
    private final Rulebook rulebook;
    private final Set<Provision> all = new LinkedHashSet<>();

    private Grounds(Person person, LocalDate date, Rulebook rulebook) {
        this.person = person;
        this.date = date;
        this.rulebook = rulebook;
    }

    /** Returns the grounds of a standing and of all else that holds beside it, the standing's own first. */
    static List<Provision> of(Person person, LocalDate date, Standing standing, Rulebook rulebook) {
        return List.copyOf(whole(person, date, standing, rulebook).all);
    }

    /** Returns the grounds of a standing where it is asked of at an institution: also how somebody is there or not. */
    static List<Provision> at(String institution, Person person, LocalDate date, Standing standing, Rulebook rulebook) {
        Grounds grounds = whole(person, date, standing, rulebook);
        if (person.registrationAt(institution, date).isEmpty()) {
            grounds.elsewhere(institution);
        }
        return List.copyOf(grounds.all);
    }

    private static Grounds whole(Person person, LocalDate date, Standing standing, Rulebook rulebook) {
        Grounds grounds = new Grounds(person, date, rulebook);
        grounds.standing(standing);
        grounds.supervision();
        grounds.points(standing);
        return grounds;
    }

    private void elsewhere(String institution) {
        if (person.registrationsOn(date).findAny().isPresent()) {
            restsOn(rulebook.registration().places());
        }
        if (person.registrations().stream().anyMatch(it -> it.institution().equals(institution) && departed(it))) {
            restsOn(rulebook.registration().departure());
        }
    }

    private void standing(Standing standing) {
        all.addAll(standing.provisions());
        if (standing.termServed()) {
            restsOn(rulebook.registration().standing());
            restsOn(rulebook.registration().termServed());
        }
        if (standing.kind() == StandingKind.NORMAL) {
            restsOn(rulebook.registration().standing());
            restsOn(rulebook.registration().commitment());
        }
        if (severalPlaces()) {
            restsOn(rulebook.registration().places());
        }
        if (standing.kind() == StandingKind.UNREGISTERED
                && person.registrations().stream().anyMatch(this::departed)) {
            restsOn(rulebook.registration().departure());
        }
        if (standing.provisions().isEmpty()
                && person.redress().restorations().values().stream().anyMatch(this::stillTells)) {
            restsOn(rulebook.restoration());
        }
    }

    private boolean severalPlaces() {
        return person.registrations().stream()
                        .filter(it -> reached(it.from()))
                        .map(Registration::institution)
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    /**
     * Tells whether the person stands as a restoration left them: it lifted a measure that did not fall, and neither a
     * later measure began nor did they leave the last institution since.
     */
    private boolean stillTells(Restoration restoration) {
        return restoration.lifts().stream().anyMatch(person.measures()::containsKey)
                && person.effective(restoration)
                        .filter(this::reached)
                        .filter(from -> !measuredSince(from) && !leftSince(from))
                        .isPresent();
    }

    private boolean measuredSince(LocalDate from) {
        return person.measures().values().stream()
                .map(it -> it.terms().from())
                .anyMatch(it -> it.isAfter(from) && reached(it));
    }

    private boolean leftSince(LocalDate from) {
        return person.registrationsOn(date).findAny().isEmpty()
                && person.registrations().stream()
                        .map(Registration::departed)
                        .anyMatch(it -> it != null && it.isAfter(from) && reached(it));
    }

    private void supervision() {
        person.supervisions().stream()
                .filter(it -> reached(it.from()) && date.isBefore(it.until()))
                .forEach(it -> all.add(it.provision()));
    }

    private void points(Standing standing) {
        if (!standing.provisions().isEmpty()
                || person.notices().values().stream().anyMatch(it -> counts(it.date()))) {
            restsOn(rulebook.year());
        }
        person.notices().values().stream().filter(it -> counts(it.date())).forEach(this::notice);
        person.redress().repairs().values().stream()
                .filter(it -> it.grantedIn(date.getYear()) && it.decided() != null && reached(it.decided()))
                .forEach(it -> {
                    restsOn(rulebook.repair().paths().get(it.path()));
                    restsOn(rulebook.repair().approval());
                    restsOn(rulebook.repair());
                });
    }

    private void notice(Notice notice) {
        if (notice.inForce()) {
            restsOn(rulebook.responsibility());
            notice.findings().stream()
                    .map(Finding::circumstance)
                    .flatMap(it -> rulebook.circumstance(it).stream())
                    .forEach(this::restsOn);
            notice.findings().forEach(it -> restsOn(rulebook.moves().get(it.move())));
        }
        if (!notice.past().isEmpty() && !notice.corrected()) {
            restsOn(rulebook.appeal().outcome());
        }
    }

    private boolean departed(Registration registration) {
        return registration.departed() != null && reached(registration.departed());
    }

    private boolean counts(LocalDate day) {
        return day.getYear() == date.getYear() && reached(day);
    }

    private boolean reached(LocalDate day) {
        return !day.isAfter(date);
    }

    private void restsOn(@Nullable Cited rule) {
        if (rule != null) {
            all.addAll(rule.provisions());
        }
    }
}
