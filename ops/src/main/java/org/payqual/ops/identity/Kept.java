package org.payqual.ops.identity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.payqual.command.port.Identities.Amendment;
import org.payqual.domain.identity.Identity;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.IdentityField;
import org.payqual.domain.identity.PersonName;

/**
 * The identity that is kept of a person, before it is amended.
 *
 * @param number of the newest version
 * @param newest the newest version; empty where it cannot be read
 * @param before the version before it; empty where there is none or it cannot be read
 */
record Kept(int number, Optional<Identity.Known> newest, Optional<Identity.Known> before) {

    /** Reads what is kept. */
    static Kept of(PersonVersions versions, OwnerKeys keys) {
        List<PersonVersions.Version> all = new ArrayList<>(versions.all(keys.owner()));
        Optional<PersonVersions.Version> newest = all.isEmpty() ? Optional.empty() : Optional.of(all.removeLast());
        Optional<PersonVersions.Version> before = all.isEmpty() ? Optional.empty() : Optional.of(all.removeLast());
        return new Kept(
                newest.map(PersonVersions.Version::number).orElse(0),
                newest.flatMap(it -> it.open(keys)),
                before.flatMap(it -> it.open(keys)));
    }

    /** Tells which version says this, and in what it differs from the one before. */
    Amendment.Amended amended(PersonName name, IdentityDocument document) {
        boolean same =
                newest.filter(it -> differences(it, name, document).isEmpty()).isPresent();
        Optional<Identity.Known> compared = same ? before : newest;
        return new Amendment.Amended(
                same ? number : number + 1,
                List.copyOf(compared.map(it -> differences(it, name, document))
                        .orElseGet(() -> EnumSet.allOf(IdentityField.class))));
    }

    private static Set<IdentityField> differences(Identity.Known known, PersonName name, IdentityDocument document) {
        Set<IdentityField> differences = EnumSet.noneOf(IdentityField.class);
        if (!known.name().equals(name)) {
            differences.add(IdentityField.NAME);
        }
        if (known.document().type() != document.type()) {
            differences.add(IdentityField.DOCUMENT_TYPE);
        }
        if (!known.document().number().equals(document.number())) {
            differences.add(IdentityField.DOCUMENT_NUMBER);
        }
        return differences;
    }
}
