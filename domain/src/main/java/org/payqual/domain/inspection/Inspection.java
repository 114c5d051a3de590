package org.payqual.domain.inspection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.inspection.InspectionCommand.Correct;
import org.payqual.domain.inspection.InspectionCommand.Open;
import org.payqual.domain.inspection.InspectionEvent.EntryCorrected;
import org.payqual.domain.inspection.InspectionEvent.Opened;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.ledger.Refusal.Kind;

/**
 * An inspection as its events tell it (TJ-25).
 *
 * @param id its id
 * @param institution the institution at which it was opened; handlings against others may come from it too
 * @param opened the day it was opened
 * @param version the sequence number of the last event
 */
public record Inspection(String id, String institution, LocalDate opened, long version) {

    /**
     * Decides a command.
     *
     * @param state null as long as the inspection is unknown
     * @param institution the institution that the command names; null if the ledger does not know it
     */
    public static Decision<InspectionEvent> decide(
            @Nullable Inspection state, InspectionCommand command, @Nullable Institution institution) {
        return switch (command) {
            case Open open
            when state != null ->
                refused(Kind.CONFLICT, "inspection-known", null, "该监督检查已登记", "the inspection is known already");
            case Correct correct
            when state == null ->
                refused(Kind.UNKNOWN, "unknown-inspection", null, "未知的监督检查", "the inspection is not known");
            case InspectionCommand any
            when institution == null ->
                refused(
                        Kind.UNKNOWN,
                        "unknown-institution",
                        "institution",
                        "未知的定点医药机构",
                        "the institution is not known");
            case Open open -> new Decision.Accepted<>(List.of(opened(open)));
            case Correct correct ->
                new Decision.Accepted<>(
                        List.of(new EntryCorrected(0, correct.date(), opened(correct.instead()), correct.reason())));
        };
    }

    /**
     * Folds one event.
     *
     * @throws MalformedHistory if the event cannot follow
     */
    public static Inspection evolve(@Nullable Inspection state, String id, InspectionEvent event) {
        return switch (event) {
            case Opened opened when state == null -> new Inspection(id, opened.institution(), opened.opened(), 0);
            case EntryCorrected corrected
            when state != null && corrected.entry() == 0 ->
                new Inspection(
                        id,
                        corrected.instead().institution(),
                        corrected.instead().opened(),
                        state.version + 1);
            default -> throw new MalformedHistory("inspection " + id + " cannot continue with this event");
        };
    }

    private static Opened opened(Open open) {
        return new Opened(open.institution(), open.opened());
    }

    private static Decision<InspectionEvent> refused(
            Kind kind, String code, @Nullable String field, String zh, String en) {
        return new Decision.Refused<>(new Refusal(kind, code, null, field, zh, en));
    }
}
