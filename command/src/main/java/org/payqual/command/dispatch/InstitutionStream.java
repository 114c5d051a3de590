package org.payqual.command.dispatch;

import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.institution.InstitutionCommand;
import org.payqual.domain.institution.InstitutionEvent;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.StreamName;

/** An institution's stream. */
@AggregateRoot(type = "institution")
final class InstitutionStream extends RecordedStream<InstitutionCommand, InstitutionEvent> {

    private @Nullable Institution institution;

    InstitutionStream(StreamName stream) {
        super(stream, InstitutionEvent.class);
    }

    @Override
    Decision<InstitutionEvent> decide(InstitutionCommand command, LedgerFacts facts) {
        return Institution.decide(institution, command, facts::governing);
    }

    @Override
    void evolve(InstitutionEvent event) {
        institution = Institution.evolve(institution, id(), event);
    }
}
