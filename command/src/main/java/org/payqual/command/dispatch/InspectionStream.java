package org.payqual.command.dispatch;

import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.inspection.Inspection;
import org.payqual.domain.inspection.InspectionCommand;
import org.payqual.domain.inspection.InspectionEvent;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.StreamName;

/** An inspection's stream. */
@AggregateRoot(type = "inspection")
final class InspectionStream extends RecordedStream<InspectionCommand, InspectionEvent> {

    private @Nullable Inspection inspection;

    InspectionStream(StreamName stream) {
        super(stream, InspectionEvent.class);
    }

    @Override
    Decision<InspectionEvent> decide(InspectionCommand command, LedgerFacts facts) {
        String institution = switch (command) {
            case InspectionCommand.Open open -> open.institution();
            case InspectionCommand.Correct correct -> correct.instead().institution();
        };
        return Inspection.decide(
                inspection, command, facts.institution(institution).orElse(null));
    }

    @Override
    void evolve(InspectionEvent event) {
        inspection = Inspection.evolve(inspection, id(), event);
    }
}
