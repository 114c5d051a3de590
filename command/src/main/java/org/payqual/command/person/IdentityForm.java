package org.payqual.command.person;

import java.time.LocalDate;
import org.payqual.domain.identity.DocumentCheck;
import org.payqual.domain.identity.DocumentType;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.PersonName;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;

/** Reads names and documents as callers send them; what has no such form is refused without repeating it. */
final class IdentityForm {

    private IdentityForm() {}

    static IdentityDocument document(DocumentType type, String number, LocalDate today) {
        return switch (IdentityDocument.check(type, number, today)) {
            case DocumentCheck.Passed passed -> passed.document();
            case DocumentCheck.Failed failed ->
                throw new ProblemException(new Problem.Malformed(
                        failed.fault().code(),
                        "documentNumber",
                        failed.fault().zh(),
                        failed.fault().en()));
        };
    }

    static PersonName name(String name) {
        return PersonName.of(name)
                .orElseThrow(() -> new ProblemException(
                        new Problem.Malformed("name-form", "name", "姓名格式不符", "this cannot be a person's name")));
    }
}
