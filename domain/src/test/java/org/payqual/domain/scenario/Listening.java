package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.List;
import org.payqual.domain.rulebook.Duty;

/** Plays as another world does and remembers what is entered. */
record Listening(Engine.World world, List<Entry> entered) implements Engine.World {
    @Override
    public long recorded() {
        return world.recorded();
    }

    @Override
    public Reply enter(Entry entry) {
        entered.add(entry);
        return world.enter(entry);
    }

    @Override
    public Stand standing(String person, LocalDate date, long known) {
        return world.standing(person, date, known);
    }

    @Override
    public Pay payable(String person, String institution, LocalDate date, boolean emergency, long known) {
        return world.payable(person, institution, date, emergency, known);
    }

    @Override
    public Ratio ratio(String institution, int year, LocalDate date, long known) {
        return world.ratio(institution, year, date, known);
    }

    @Override
    public List<LocalDate> due(String person, Duty duty, LocalDate date, long known) {
        return world.due(person, duty, date, known);
    }
}
