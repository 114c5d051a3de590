package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.rulebook.Appeal.Continues;
import org.payqual.domain.rulebook.Appeal.Filing;
import org.payqual.domain.rulebook.Appeal.Handler;
import org.payqual.domain.rulebook.Appeal.Need;
import org.payqual.domain.rulebook.Appeal.Period;
import org.payqual.domain.rulebook.Cited;

/** Appeals against notices up to their decision, which {@link AppealDecision} makes (TJ-34; CY-10, 11). */
final class Appealing {

    private Appealing() {}

    static Decision<PersonEvent> decide(Person person, AppealCommand command, Facts facts) {
        return switch (command) {
            case AppealCommand.File file -> file(person, file, facts);
            case AppealCommand.Explain it ->
                step(
                        person,
                        it,
                        facts,
                        (appeal, law) -> appeal.explained()
                                ? AppealRefusals.explainedAlready(it.appeal())
                                : accepted(
                                        law,
                                        handling(law),
                                        receipt -> new AppealEvent.Explained(
                                                it.appeal(), it.date(), it.explanation(), receipt)));
            case AppealCommand.Escalate it ->
                step(
                        person,
                        it,
                        facts,
                        (appeal, law) -> escalate(person.notice(appeal.notice()), appeal, it, law, facts));
            case AppealCommand.ReviewByExperts it ->
                step(
                        person,
                        it,
                        facts,
                        (appeal, law) -> appeal.isWith(it.by(), it.organisation())
                                ? accepted(
                                        law,
                                        handling(law),
                                        receipt -> new AppealEvent.ExpertReviewed(
                                                it.appeal(), it.date(), it.opinion(), receipt))
                                : AppealRefusals.notTheHandler(handling(law).provision(), appeal));
            case AppealCommand.Decide it ->
                step(
                        person,
                        it,
                        facts,
                        (appeal, law) ->
                                new AppealDecision(person, appeal, person.notice(appeal.notice()), law, facts).of(it));
            case AppealCommand.Withdraw it ->
                step(person, it, facts, (appeal, law) -> withdraw(person, appeal, it, law));
        };
    }

    private static Decision<PersonEvent> file(Person person, AppealCommand.File file, Facts facts) {
        if (person.redress().appeals().containsKey(file.appeal())) {
            return AppealRefusals.appealKnown(file.appeal());
        }
        Optional<Notice> entered = person.noticeEntered(file.notice());
        if (entered.isEmpty()) {
            return Refusals.unknownNotice(file.notice());
        }
        Notice notice = entered.get();
        if (file.date().isBefore(notice.date())) {
            return Refusals.datesReversed("date", notice.date());
        }
        return Deciding.governed(notice.institution(), file.date(), facts, (institution, rulebook) -> {
            Filing filing = rulebook.appeal().filing();
            if (another(file.institution(), notice)) {
                return AppealRefusals.noticeOfAnother(filing.provision());
            }
            if (!notice.inForce()) {
                return Refusals.noticeFell(filing.provision(), notice.id());
            }
            if (filing.needs().contains(Need.SIGNATURE) && !file.signed()) {
                return AppealRefusals.unsigned(filing.provision());
            }
            if (filing.needs().contains(Need.SEAL) && !file.sealed()) {
                return AppealRefusals.unsealed(filing.provision());
            }
            OptionalLong reopened = Precedents.fallenFor(person, notice, Deciding.rulebookOf(notice, facts));
            if (appealedSince(person, file, Math.max(notice.recorded(), reopened.orElse(-1)))) {
                return AppealRefusals.appealedAlready(filing.provision(), file.notice());
            }
            LocalDate last = reopened.isPresent() ? null : lastDay(person, file, filing, facts);
            if (last != null && file.date().isAfter(last)) {
                return AppealRefusals.appealLate(filing.provision(), last);
            }
            Handler first = rulebook.appeal().handling().by().getFirst();
            return accepted(
                    new Procedure(institution, rulebook),
                    filing,
                    receipt -> new AppealEvent.Filed(
                            file.appeal(),
                            file.notice(),
                            file.by(),
                            file.date(),
                            file.ground(),
                            file.signed(),
                            file.sealed(),
                            file.statement(),
                            first.after(notice.determinedBy()),
                            organisation(first, notice, facts),
                            receipt));
        });
    }

    /**
     * What was appealed against before the notice was last entered, or lost its precedent, is appealed against anew.
     */
    private static boolean appealedSince(Person person, AppealCommand.File file, long place) {
        return person.redress().appeals().values().stream()
                .filter(it -> it.notice().equals(file.notice()) && it.by() == file.by())
                .anyMatch(it -> it.open() || it.recorded() > place);
    }

    /** The last day for an appeal of the party; null where none runs, as before the notice was served on it. */
    private static @Nullable LocalDate lastDay(Person person, AppealCommand.File file, Filing filing, Facts facts) {
        return person.services().stream()
                .filter(it -> it.notice().equals(file.notice()) && it.to() == file.by())
                .flatMap(it -> switch (filing.within()) {
                    case Period.StatedInNotice stated -> Stream.ofNullable(it.appealBy());
                    case Period.OfReceipt of ->
                        Stream.of(facts.workingDays()
                                .add(it.received(), of.workingDays())
                                .date());
                })
                .findFirst()
                .orElse(null);
    }

    private static Decision<PersonEvent> escalate(
            Notice notice, Appeal appeal, AppealCommand.Escalate it, Procedure law, Facts facts) {
        List<Handler> handlers = law.rulebook().appeal().handling().by();
        if (!appeal.open() && !goesOn(notice, appeal, law)) {
            return AppealRefusals.appealClosed(it.appeal());
        }
        if (appeal.escalated() || handlers.size() < 2) {
            return AppealRefusals.escalatedAlready(handling(law).provision(), it.appeal());
        }
        if (appeal.open() && !appeal.explained()) {
            return AppealRefusals.notExplained(handling(law).provision(), it.appeal());
        }
        Handler next = handlers.get(1);
        return accepted(
                law,
                handling(law),
                receipt -> new AppealEvent.Escalated(
                        it.appeal(),
                        it.date(),
                        next.after(notice.determinedBy()),
                        organisation(next, notice, facts),
                        receipt));
    }

    /**
     * A first decision that left the score in force may go on to the next, where the rulebook says so (CY-11). A score
     * entered anew after the appeal is another one, whatever its notice is called.
     */
    private static boolean goesOn(Notice notice, Appeal appeal, Procedure law) {
        return law.rulebook().appeal().handling().continues() == Continues.AFTER_THE_RESULT
                && notice.inForce()
                && notice.recorded() < appeal.recorded()
                && !appeal.escalated()
                && appeal.outcome() != null
                && appeal.outcome() != AppealOutcome.REVOKED;
    }

    /** Whoever made the handling reviews it themselves, and no other office of the kind (TJ-34.3; CY-11). */
    private static @Nullable String organisation(Handler handler, Notice notice, Facts facts) {
        return handler.madeTheHandling()
                ? facts.handling(notice.handling()).map(Handling::madeBy).orElse(null)
                : null;
    }

    private static Decision<PersonEvent> withdraw(
            Person person, Appeal appeal, AppealCommand.Withdraw it, Procedure law) {
        Filing filing = law.rulebook().appeal().filing();
        boolean others = it.by() != null && it.by() != appeal.by();
        if (others || another(it.institution(), person.notice(appeal.notice()))) {
            return AppealRefusals.appealOfAnother(filing.provision());
        }
        return accepted(law, filing, receipt -> new AppealEvent.Withdrawn(it.appeal(), it.date(), receipt));
    }

    /** Only the institution to which a notice was told has an appeal against it, whoever else the person works for. */
    private static boolean another(@Nullable String institution, Notice notice) {
        return institution != null && !institution.equals(notice.institution());
    }

    /**
     * Finds the appeal of a step, which is open unless a decided one is to go on, and the rulebook that governs
     * procedure on its day.
     */
    private static Decision<PersonEvent> step(
            Person person,
            AppealCommand command,
            Facts facts,
            BiFunction<Appeal, Procedure, Decision<PersonEvent>> decided) {
        Appeal appeal = person.redress().appeals().get(command.appeal());
        if (appeal == null) {
            return AppealRefusals.unknownAppeal(command.appeal());
        }
        if (!appeal.open() && !(command instanceof AppealCommand.Escalate)) {
            return AppealRefusals.appealClosed(command.appeal());
        }
        if (command.date().isBefore(appeal.reached())) {
            return Refusals.datesReversed("date", appeal.reached());
        }
        return Deciding.governed(
                person.notice(appeal.notice()).institution(),
                command.date(),
                facts,
                (institution, rulebook) -> decided.apply(appeal, new Procedure(institution, rulebook)));
    }

    private static Cited handling(Procedure law) {
        return law.rulebook().appeal().handling();
    }

    private static Decision<PersonEvent> accepted(Procedure law, Cited rule, Function<Receipt, PersonEvent> event) {
        return Deciding.accepted(event.apply(law.receipt(rule.provision())));
    }
}
