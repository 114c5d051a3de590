package org.payqual.domain.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.payqual.domain.ledger.MalformedHistory;

/** What two records of one person come to together: all that either holds. */
final class Joining {

    private Joining() {}

    /**
     * Adds to a person what another record of theirs holds, at the places that it was given here.
     *
     * @throws MalformedHistory if both use one id for different things
     */
    static Person joined(Person person, Person apart) {
        sharedId(person, apart).ifPresent(id -> {
            throw new MalformedHistory(id + " stands in both records");
        });
        return new Person(
                person.version(),
                person.dossier(),
                both(person.commitments(), apart.commitments()),
                both(person.registrations(), apart.registrations()),
                notices(person, apart),
                both(person.services(), apart.services()),
                both(person.measures(), apart.measures()),
                both(person.supervisions(), apart.supervisions()),
                redress(person.redress(), apart.redress()));
    }

    /** Finds an id that both records use for something; of a notice entered wrongly the number is free. */
    static Optional<String> sharedId(Person one, Person other) {
        List<Function<Person, Stream<String>>> kinds = List.of(
                Joining::noticesNamed,
                it -> it.redress().appeals().keySet().stream(),
                it -> it.redress().repairs().keySet().stream(),
                it -> it.redress().restorations().keySet().stream());
        return kinds.stream()
                .flatMap(kind -> {
                    List<String> known = kind.apply(one).toList();
                    return kind.apply(other).filter(known::contains);
                })
                .findFirst();
    }

    /** A notice that a restoration or an appeal speaks of keeps its number, also where it was entered wrongly. */
    private static Stream<String> noticesNamed(Person person) {
        return Stream.of(
                        person.notices().values().stream()
                                .filter(it -> !it.corrected())
                                .map(Notice::id),
                        person.redress().appeals().values().stream().map(Appeal::notice),
                        person.redress().restorations().values().stream().flatMap(it -> it.lifts().stream()))
                .flatMap(ids -> ids)
                .distinct();
    }

    /** Of two notices under one number, one at least was entered wrongly and counts as never entered. */
    private static Map<String, Notice> notices(Person person, Person apart) {
        Map<String, Notice> all = new LinkedHashMap<>(person.notices());
        apart.notices().forEach((id, notice) -> {
            Notice here = all.get(id);
            if (here == null || here.corrected()) {
                all.remove(id);
                all.put(id, notice);
            }
        });
        return all;
    }

    private static Redress redress(Redress one, Redress other) {
        return new Redress(
                both(one.appeals(), other.appeals()),
                both(one.repairs(), other.repairs()),
                both(one.restorations(), other.restorations()),
                both(one.trainings(), other.trainings()));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static <T> Map<String, T> both(Map<String, T> one, Map<String, T> other) {
        Map<String, T> all = new LinkedHashMap<>(one);
        all.putAll(other);
        return all;
    }
}
