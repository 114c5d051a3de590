package org.payqual.command.intake;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.payqual.command.dispatch.Foresight;
import org.payqual.domain.calendar.WorkingDays;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.person.Facts;
import org.payqual.domain.person.Person;
import org.payqual.domain.rulebook.Rulebook;

/**
 * The facts by which a file's rows are weighed in advance: as recorded when first asked for, for a file asks for the
 * same few thousands of times, and with the handlings that the file itself brings.
 */
final class FactsForFile implements Facts {

    private final Foresight ledger;
    private final Facts now;
    private final Map<String, Optional<Institution>> institutions = new ConcurrentHashMap<>();
    private final Map<String, Optional<Handling>> handlings = new ConcurrentHashMap<>();

    FactsForFile(Foresight ledger) {
        this.ledger = ledger;
        this.now = ledger.facts();
    }

    /** Takes a handling as one that will be recorded before the rows that rest on it. */
    void expect(Handling handling) {
        handlings.put(handling.id(), Optional.of(handling));
    }

    @Override
    public Optional<Institution> institution(String code) {
        return institutions.computeIfAbsent(code, ledger::institution);
    }

    @Override
    public Optional<Handling> handling(String id) {
        return handlings.computeIfAbsent(id, ledger::handling);
    }

    @Override
    public Optional<Person> person(String id) {
        return ledger.facts().person(id);
    }

    @Override
    public synchronized Optional<Rulebook> governing(String region, LocalDate day) {
        return now.governing(region, day);
    }

    @Override
    public synchronized WorkingDays workingDays() {
        return now.workingDays();
    }

    @Override
    public synchronized Optional<Rulebook> rulebook(String id) {
        return now.rulebook(id);
    }
}
