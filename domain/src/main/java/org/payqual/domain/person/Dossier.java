package org.payqual.domain.person;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded of the record itself, beside what it says of the person.
 *
 * @param entries all events, in order of recording
 * @param identityVersion the version of the person's identity that the ledger knows of, from 1
 * @param erased whether the identity was erased
 * @param begins the first place in the order of recording that is this record's; later than 0 only while it is folded
 *     apart to be taken over
 * @param mergedInto the id of the record in which the person goes on; null while this one is not closed
 * @param takeover another record of the person that is being taken over; null while none is
 */
public record Dossier(
        Entries entries,
        int identityVersion,
        boolean erased,
        long begins,
        @Nullable String mergedInto,
        @Nullable Takeover takeover) {

    static final Dossier NEW = new Dossier(Entries.NONE, 1, false, 0, null, null);

    /** Returns the dossier of a record that is folded apart, beginning at a place. */
    static Dossier apart(long begins) {
        return new Dossier(Entries.NOT_KEPT, 1, false, begins, null, null);
    }

    Dossier forgetting() {
        return with(Entries.NOT_KEPT);
    }

    Dossier after(PersonEvent event) {
        Dossier longer = longer(event);
        return switch (event) {
            case RecordEvent.IdentityCorrected it ->
                new Dossier(longer.entries, it.version(), erased, begins, mergedInto, takeover);
            case RecordEvent.IdentityErased it ->
                new Dossier(longer.entries, identityVersion, true, begins, mergedInto, takeover);
            case RecordEvent.Merged it ->
                new Dossier(longer.entries, identityVersion, erased, begins, it.into(), takeover);
            default -> longer;
        };
    }

    Dossier longer(PersonEvent event) {
        return entries.equals(Entries.NOT_KEPT) ? this : with(entries.plus(event));
    }

    Dossier taking(@Nullable Takeover now) {
        return new Dossier(entries, identityVersion, erased, begins, mergedInto, now);
    }

    private Dossier with(Entries kept) {
        return new Dossier(kept, identityVersion, erased, begins, mergedInto, takeover);
    }
}
