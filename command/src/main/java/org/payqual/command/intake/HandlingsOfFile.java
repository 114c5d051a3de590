package org.payqual.command.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.payqual.command.dispatch.Foresight;
import org.payqual.command.dispatch.Target;
import org.payqual.command.handling.Entering;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.handling.HandlingCommand.Decide;
import org.payqual.domain.handling.HandlingEvent;
import org.payqual.domain.inspection.Inspection;
import org.payqual.domain.inspection.InspectionCommand.Open;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.person.Facts;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.HandlingManner;

/** The handlings that a file of decisions names, each weighed and recorded once with its inspection (TJ-24, 25). */
final class HandlingsOfFile {

    private static final String HANDLING = "handling";

    private final Foresight ledger;
    private final FactsForFile facts;
    private final Sender sender;
    private final Actor actor;
    private final Map<String, Outcome> foreseen = new ConcurrentHashMap<>();
    private final Map<String, Outcome> taken = new ConcurrentHashMap<>();

    HandlingsOfFile(Foresight ledger, Sender sender, Actor actor) {
        this.ledger = ledger;
        this.facts = new FactsForFile(ledger);
        this.sender = sender;
        this.actor = actor;
    }

    /** Returns the facts as they will be once the handlings are recorded. */
    Facts facts() {
        return facts;
    }

    /** Says whether earlier rows tell otherwise of the same handling. */
    List<RowFault> against(Values row, Seen seen) {
        int line = row.line();
        String id = row.text(HANDLING);
        int first = seen.firstOf(line, HANDLING, id);
        int same = seen.firstOf(
                line,
                "handling of",
                id,
                row.text("inspection"),
                row.text("institution"),
                row.text("kind"),
                row.text("date"),
                String.valueOf(row.maybe("articles")),
                String.valueOf(row.maybe("manners")));
        return first != 0 && same == 0
                ? List.of(row.fault(
                        HANDLING,
                        "handling-differs-in-file",
                        "该处理决定在第 " + first + " 行的检查、机构、种类、日期或条文与本行不同",
                        "line " + first
                                + " has this handling with another inspection, institution, kind, date or articles"))
                : List.of();
    }

    /** Tells what would become of the handling of a row; from then on the facts count with it. */
    Outcome foresee(Values row) {
        return in(row, foreseen.computeIfAbsent(row.text(HANDLING), id -> weigh(row)));
    }

    /** Records the inspection and the handling of a row, where they are not on record. */
    Outcome take(Values row) {
        return in(row, taken.computeIfAbsent(row.text(HANDLING), id -> record(row)));
    }

    private static Outcome in(Values row, Outcome outcome) {
        return outcome instanceof Outcome.Refused(RowFault fault) ? new Outcome.Refused(fault.in(row.line())) : outcome;
    }

    private Outcome weigh(Values row) {
        String id = row.text(HANDLING);
        Decide says = says(row);
        Optional<Handling> known = ledger.handling(id);
        if (known.isPresent()) {
            return agree(known.get(), says) ? new Outcome.OnRecord() : differs(row);
        }
        RowFault fault = fault(row, says);
        if (fault != null) {
            return new Outcome.Refused(fault);
        }
        facts.expect(new Handling(
                id,
                says.inspection(),
                says.institution(),
                says.kind(),
                says.date(),
                says.articles(),
                says.manners(),
                says.madeBy(),
                null,
                0));
        return new Outcome.Fresh();
    }

    private @Nullable RowFault fault(Values row, Decide says) {
        if (!Entering.mayEnter(actor, says.kind())) {
            return row.fault(
                    "kind",
                    "not-in-your-name",
                    "该处理决定尚未在册，须由作出决定的部门先行录入（TJ-24）",
                    "the handling is not on record; whoever made it has to enter it first (TJ-24)");
        }
        LocalDate opened = row.maybeDate("opened");
        Inspection inspection = ledger.inspection(says.inspection())
                .orElse(opened == null ? null : new Inspection(says.inspection(), says.institution(), opened, 0));
        if (inspection == null) {
            return row.fault(
                    "inspection",
                    "opened-missing",
                    "该监督检查尚未在册，须填写检查开始日期",
                    "the inspection is not on record; say on which day it was opened");
        }
        return Handling.decide(
                                null,
                                says,
                                inspection,
                                facts.institution(says.institution()).orElse(null),
                                null)
                        instanceof Decision.Refused<HandlingEvent> refused
                ? RowFault.of(row, refused.refusal())
                : null;
    }

    private Outcome record(Values row) {
        String id = row.text(HANDLING);
        Decide says = says(row);
        if (ledger.inspection(says.inspection()).isEmpty()) {
            LocalDate opened = row.date("opened");
            Outcome inspection = sender.send(
                    Target.inspection(says.inspection()),
                    "open",
                    row,
                    "inspection-known",
                    digest -> new Open(says.institution(), opened));
            if (inspection instanceof Outcome.Refused) {
                return inspection;
            }
        }
        Outcome recorded = sender.send(Target.handling(id), "decide", row, "handling-known", digest -> says);
        boolean differs = recorded instanceof Outcome.OnRecord
                && !ledger.handling(id).filter(it -> agree(it, says)).isPresent();
        return differs ? differs(row) : recorded;
    }

    private static Outcome differs(Values row) {
        return new Outcome.Refused(row.fault(
                HANDLING,
                "handling-differs",
                "该处理决定已在册，检查、机构、种类、日期或条文与本行不同",
                "the handling is on record with another inspection, institution, kind, date or articles"));
    }

    private static boolean agree(Handling known, Decide says) {
        return known.inspection().equals(says.inspection())
                && known.institution().equals(says.institution())
                && known.kind() == says.kind()
                && known.date().equals(says.date())
                && (says.articles().isEmpty() || says.articles().equals(known.articles()))
                && (says.manners().isEmpty() || says.manners().equals(known.manners()));
    }

    private Decide says(Values row) {
        HandlingKind kind = row.of(HandlingKind.class, "kind");
        return new Decide(
                row.text("inspection"),
                row.text("institution"),
                kind,
                row.date("date"),
                row.all("articles").stream().map(Integer::valueOf).toList(),
                row.all("manners").stream().map(HandlingManner::valueOf).toList(),
                Entering.madeBy(actor, kind));
    }
}
