package org.payqual.command.intake;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.payqual.command.port.Identities;
import org.payqual.command.port.Identities.Bearer;
import org.payqual.command.port.Identities.Reservation;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.Reading;
import org.payqual.domain.identity.DocumentType;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.PersonName;
import org.payqual.domain.ledger.Actor;

/** Finds who the people of a file are, of many rows at once. Used by the thread of the request alone. */
final class People {

    private static final Found NOBODY = new Found(null, null);

    private final Identities identities;
    private final AccessRecord record;
    private final Actor actor;
    private final Set<String> met = new LinkedHashSet<>();

    /**
     * Creates it for one file.
     *
     * @param actor who hands it in
     */
    People(Identities identities, AccessRecord record, Actor actor) {
        this.identities = identities;
        this.record = record;
        this.actor = actor;
    }

    /**
     * Who a row is about.
     *
     * @param id by which the ledger knows them; null where it does not
     * @param fault what is wrong with the row
     */
    record Found(@Nullable String id, @Nullable RowFault fault) {}

    /**
     * Looks whether the holders of rows' documents are known, and by the rows' names; changes nothing. All who are
     * known are noted as read, also those of whom the caller learns nothing because their row is turned away for
     * another reason: the record of who was read may name too many, never too few.
     */
    Function<Values, Found> find(List<Values> rows) {
        List<Optional<Reservation>> known = identities.foreseePeople(bearers(rows));
        known.forEach(it -> it.map(Reservation::person).ifPresent(met::add));
        return found(rows, known);
    }

    /** Gives the ids of the holders of rows' documents, reserving one where they have none. */
    Function<Values, Found> reserve(List<Values> rows) {
        List<Reservation> reserved = identities.peopleFor(bearers(rows));
        reserved.stream()
                .filter(it -> !it.nameAgrees())
                .map(Reservation::person)
                .forEach(met::add);
        return found(rows, reserved.stream().map(Optional::of).toList());
    }

    private static Function<Values, Found> found(List<Values> rows, List<Optional<Reservation>> reservations) {
        Map<Integer, Found> byLine = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Values row = rows.get(i);
            byLine.put(row.line(), reservations.get(i).map(it -> found(row, it)).orElse(NOBODY));
        }
        return row -> Objects.requireNonNull(byLine.get(row.line()));
    }

    private static Found found(Values row, Reservation reservation) {
        return reservation.nameAgrees() ? new Found(reservation.person(), null) : new Found(null, differs(row));
    }

    /**
     * Writes down whom the rows showed to be known, since it was done last: whoever learns that has read it of them.
     */
    void putOnRecord() {
        if (!met.isEmpty()) {
            record.write(new Reading(actor, Ability.IDENTIFY, List.copyOf(met), null, null, Reading.Outcome.ANSWERED));
            met.clear();
        }
    }

    private static RowFault differs(Values row) {
        return row.fault(
                "name", "name-differs", "该证件已以另一姓名在册，请核对", "the document is on record under another name; check both");
    }

    private static List<Bearer> bearers(List<Values> rows) {
        return rows.stream()
                .map(row -> new Bearer(
                        new IdentityDocument(row.of(DocumentType.class, "documentType"), row.text("documentNumber")),
                        new PersonName(row.text("name"))))
                .toList();
    }
}
