package org.payqual.domain.person;

import org.payqual.domain.ledger.Decision;
import org.payqual.domain.person.PersonCommand.CorrectIdentity;
import org.payqual.domain.person.PersonCommand.EraseIdentity;
import org.payqual.domain.person.RecordEvent.IdentityCorrected;
import org.payqual.domain.person.RecordEvent.IdentityErased;

/** What happens to the record of a person rather than to the person. */
final class RecordKeeping {

    private RecordKeeping() {}

    /** Records each version of an identity once. */
    static Decision<PersonEvent> correctIdentity(Person person, CorrectIdentity correct) {
        if (person.dossier().erased()) {
            return Refusals.identityErased();
        }
        if (correct.version() <= person.dossier().identityVersion()) {
            return Refusals.identityUnchanged();
        }
        return Deciding.accepted(
                new IdentityCorrected(correct.version(), correct.fields(), correct.date(), correct.reason()));
    }

    static Decision<PersonEvent> eraseIdentity(Person person, EraseIdentity erase) {
        return person.dossier().erased()
                ? Refusals.identityErased()
                : Deciding.accepted(new IdentityErased(erase.date()));
    }
}
