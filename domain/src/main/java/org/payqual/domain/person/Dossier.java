package org.payqual.domain.person;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded of the record itself, beside what it says of the person.
 *
 * @param entries all events, in order of recording
 * @param identityVersion the version of the person's identity that the ledger knows of, from 1
 * @param erased whether the identity was erased
 * @param mergedInto the record of the same natural person that goes on in place of this one; null while this goes on
 */
public record Dossier(
        Entries entries,
        int identityVersion,
        boolean erased,
        @Nullable String mergedInto) {

    static final Dossier NEW = new Dossier(Entries.NONE, 1, false, null);

    Dossier forgetting() {
        return new Dossier(Entries.NOT_KEPT, identityVersion, erased, mergedInto);
    }

    Dossier after(PersonEvent event) {
        Entries longer = entries.plus(event);
        return switch (event) {
            case RecordEvent.IdentityCorrected it -> new Dossier(longer, it.version(), erased, mergedInto);
            case RecordEvent.IdentityErased it -> new Dossier(longer, identityVersion, true, mergedInto);
            default ->
                entries.equals(Entries.NOT_KEPT) ? this : new Dossier(longer, identityVersion, erased, mergedInto);
        };
    }
}
