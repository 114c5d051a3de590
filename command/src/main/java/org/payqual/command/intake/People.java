package org.payqual.command.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.payqual.command.port.Identities;
import org.payqual.domain.identity.DocumentType;
import org.payqual.domain.identity.Identity;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.PersonName;

/** Finds who the people of a file are. */
final class People {

    private final Identities identities;

    People(Identities identities) {
        this.identities = identities;
    }

    /**
     * Who a row is about.
     *
     * @param id by which the ledger knows them; null where it does not
     * @param fault what is wrong with the row
     */
    record Found(@Nullable String id, @Nullable RowFault fault) {}

    /** Looks whether the holder of a row's document is known, and by the row's name; changes nothing. */
    Found find(Values row) {
        Optional<String> id = identities.find(document(row));
        boolean differs = id.map(identities::read)
                .filter(Identity.Known.class::isInstance)
                .map(Identity.Known.class::cast)
                .filter(it -> !it.name().agreesWith(name(row)))
                .isPresent();
        return differs ? new Found(null, differs(row)) : new Found(id.orElse(null), null);
    }

    /** Gives the id of the holder of a row's document, reserving one where they have none. */
    Found reserve(Values row) {
        Identities.Reservation reservation = identities.personFor(document(row), name(row));
        return reservation.nameAgrees() ? new Found(reservation.person(), null) : new Found(null, differs(row));
    }

    private static RowFault differs(Values row) {
        return row.fault(
                "name", "name-differs", "该证件已以另一姓名在册，请核对", "the document is on record under another name; check both");
    }

    private static IdentityDocument document(Values row) {
        return new IdentityDocument(row.of(DocumentType.class, "documentType"), row.text("documentNumber"));
    }

    private static PersonName name(Values row) {
        return new PersonName(row.text("name"));
    }
}
