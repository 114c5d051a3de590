package org.payqual.domain.person;

/**
 * What is recorded of the record itself, beside what it says of the person.
 *
 * @param entries all events, in order of recording
 * @param identityVersion the version of the person's identity that the ledger knows of, from 1
 * @param erased whether the identity was erased
 */
public record Dossier(Entries entries, int identityVersion, boolean erased) {

    static final Dossier NEW = new Dossier(Entries.NONE, 1, false);

    Dossier forgetting() {
        return new Dossier(Entries.NOT_KEPT, identityVersion, erased);
    }

    Dossier after(PersonEvent event) {
        Entries longer = entries.plus(event);
        return switch (event) {
            case RecordEvent.IdentityCorrected it -> new Dossier(longer, it.version(), erased);
            case RecordEvent.IdentityErased it -> new Dossier(longer, identityVersion, true);
            default -> entries.equals(Entries.NOT_KEPT) ? this : new Dossier(longer, identityVersion, erased);
        };
    }
}
