package org.payqual.ops.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.payqual.domain.person.Held;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.SettlementSpans;
import org.payqual.domain.person.SpecialCase;
import org.payqual.query.settlement.index.Question;
import org.payqual.query.settlement.index.Update;

/** People who live on at random and now and then turn out to be one, what the index is told, and what it is asked. */
final class IndexedLives {

    static final List<String> PLACES = List.of("H1", "H2", "P1");
    static final List<SpecialCase> CASES = List.of(SpecialCase.values());

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 12, 1);
    private static final int DAYS = 2_200;
    private static final int NEW_ONE_IN = 30;
    private static final int MERGED_ONE_IN = 40;

    private final Random random;
    private final Map<UUID, Lives> lives = new HashMap<>();
    private final Map<UUID, Person> people = new HashMap<>();
    private final Map<UUID, SettlementSpans> spans = new HashMap<>();
    private final Map<UUID, UUID> merged = new LinkedHashMap<>();
    /** Those who still live on their own, and all who ever did. */
    private final List<UUID> going = new ArrayList<>();

    private final List<UUID> ids = new ArrayList<>();
    private final Map<String, List<UUID>> holders = new HashMap<>();

    IndexedLives(Random random) {
        this.random = random;
    }

    /** Lets one thing happen, and tells what the index is to be told. */
    List<Update> goOn() {
        if (going.size() > 1 && random.nextInt(MERGED_ONE_IN) == 0) {
            return merge(going.get(random.nextInt(going.size())), going.get(random.nextInt(going.size())));
        }
        if (going.isEmpty() || random.nextInt(NEW_ONE_IN) == 0) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            lives.put(id, new Lives(random, PLACES, "-" + ids.size()));
            going.add(id);
            ids.add(id);
        }
        UUID id = going.get(random.nextInt(going.size()));
        return List.of(lived(id, Objects.requireNonNull(lives.get(id)).next()));
    }

    private List<Update> merge(UUID closed, UUID into) {
        if (closed.equals(into) || !people.containsKey(closed) || !people.containsKey(into)) {
            return List.of();
        }
        Optional<List<List<PersonEvent>>> events = Objects.requireNonNull(lives.get(closed))
                .mergeInto(Objects.requireNonNull(lives.get(into)), closed.toString(), into.toString());
        if (events.isEmpty()) {
            return List.of();
        }
        going.remove(closed);
        people.remove(closed);
        spans.remove(closed);
        holders.values().forEach(it -> it.remove(closed));
        merged.put(closed, into);
        return List.of(lived(into, events.get().getFirst()), new Update.PersonMerged(closed, into));
    }

    private Update lived(UUID id, List<PersonEvent> events) {
        Person person = people.getOrDefault(id, Person.UNKNOWN);
        for (PersonEvent event : events) {
            person = Person.evolve(person, event);
        }
        people.put(id, person);
        SettlementSpans now = SettlementSpans.of(person);
        spans.put(id, now);
        List<String> codes = SettlementSpans.codesOf(person);
        holders.values().forEach(it -> it.remove(id));
        codes.forEach(
                it -> holders.computeIfAbsent(it, code -> new ArrayList<>()).add(id));
        return new Update.PersonFolded(id, codes, now);
    }

    /** Returns how many ids the index knows. */
    int known() {
        return people.size() + merged.size();
    }

    /** Returns whom a reference leads to: nobody, one or several. */
    List<UUID> whose(String reference) {
        List<UUID> withCode = holders.get(reference);
        if (withCode != null) {
            return withCode;
        }
        if (reference.length() < 36) {
            return List.of();
        }
        UUID id = UUID.fromString(reference);
        while (merged.containsKey(id)) {
            id = merged.get(id);
        }
        return people.containsKey(id) ? List.of(id) : List.of();
    }

    /** Returns what settlement asks about a person, as the pure fold has it. */
    SettlementSpans spans(UUID id) {
        return Objects.requireNonNull(spans.get(id));
    }

    /** Draws a question about someone, half of them about a day on which something begins or ends for them. */
    Question question() {
        UUID id = ids.get(random.nextInt(ids.size()));
        List<String> codes = List.copyOf(holders.keySet());
        String reference =
                codes.isEmpty() || random.nextInt(4) > 0 ? id.toString() : codes.get(random.nextInt(codes.size()));
        return new Question(
                reference,
                PLACES.get(random.nextInt(PLACES.size())),
                day(whose(reference)),
                CASES.get(random.nextInt(CASES.size())));
    }

    private LocalDate day(List<UUID> whose) {
        if (!whose.isEmpty() && random.nextBoolean()) {
            SettlementSpans all = spans(whose.getFirst());
            List<LocalDate> edges = Stream.of(all.standings(), all.registered(), all.registeredBefore())
                    .flatMap(List::stream)
                    .flatMap((Held<?> it) -> Stream.of(it.from(), it.until()))
                    .filter(Objects::nonNull)
                    .toList();
            if (!edges.isEmpty()) {
                return edges.get(random.nextInt(edges.size())).plusDays(random.nextInt(-1, 2));
            }
        }
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }
}
