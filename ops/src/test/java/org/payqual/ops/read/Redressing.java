package org.payqual.ops.read;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.payqual.domain.person.Appeal;
import org.payqual.domain.person.AppealCommand;
import org.payqual.domain.person.AppealGround;
import org.payqual.domain.person.AppealOutcome;
import org.payqual.domain.person.Notice;
import org.payqual.domain.person.Party;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.person.Repair;
import org.payqual.domain.person.RepairCommand;
import org.payqual.domain.person.RepairEvidence;
import org.payqual.domain.person.Restoration;
import org.payqual.domain.person.RestorationCommand;
import org.payqual.domain.rulebook.Repair.Path;
import org.payqual.domain.rulebook.Responsibility;

/**
 * What a person may come back by, at random: appeals, repairs, training and restorations in any of their steps, and
 * entries that turn out to be a clerk's error.
 *
 * @param random what is chosen by
 * @param person as they are
 * @param place an institution
 * @param day on which it happens
 * @param mark in the ids of what is new
 */
record Redressing(RandomGenerator random, Person person, String place, LocalDate day, String mark) {

    private static final String REASON = "00".repeat(32);

    PersonCommand command() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> file();
            case 3, 4, 5 -> ofAppeal();
            case 6, 7 ->
                new RepairCommand.Request(
                        id("R"), day, place, one(Path.values()), null, true, new RepairEvidence(20, 80, "A1"));
            case 8, 9 -> ofRepair();
            case 10 -> new PersonCommand.Train(day, place);
            case 11, 12 -> new RestorationCommand.Request(id("W"), day, place, true);
            case 13, 14 -> ofRestoration();
            default -> new PersonCommand.CorrectEntry(1 + random.nextLong(person.version() + 1), day, REASON);
        };
    }

    private PersonCommand file() {
        Notice notice = any(person.notices());
        return new AppealCommand.File(
                id("A"),
                notice == null ? "none" : notice.id(),
                one(Party.values()),
                day,
                one(AppealGround.values()),
                true,
                true,
                REASON,
                notice == null ? null : notice.institution());
    }

    private PersonCommand ofAppeal() {
        Appeal appeal = any(person.redress().appeals());
        if (appeal == null) {
            return file();
        }
        LocalDate next = later(appeal.reached());
        return switch (random.nextInt(6)) {
            case 0 -> new AppealCommand.Explain(appeal.id(), next, REASON);
            case 1 -> new AppealCommand.Escalate(appeal.id(), next);
            case 2 ->
                new AppealCommand.ReviewByExperts(appeal.id(), next, appeal.handler(), appeal.organisation(), REASON);
            case 3 -> new AppealCommand.Withdraw(appeal.id(), next, appeal.by(), null);
            default -> decide(appeal, person.notices().get(appeal.notice()), next);
        };
    }

    /** A step is refused that is dated before the one it follows. */
    private LocalDate later(LocalDate reached) {
        return day.isBefore(reached) ? reached.plusDays(random.nextInt(30)) : day;
    }

    private PersonCommand decide(Appeal appeal, Notice notice, LocalDate decided) {
        AppealOutcome outcome = one(AppealOutcome.values());
        List<ClaimedFinding> findings = outcome != AppealOutcome.ADJUSTED
                ? List.of()
                : notice.findings().stream()
                        .map(it -> new ClaimedFinding(
                                it.violation(),
                                it.circumstance(),
                                Responsibility.GENERAL,
                                null,
                                it.actedFrom(),
                                it.actedTo(),
                                39,
                                null,
                                REASON,
                                null,
                                null))
                        .toList();
        return new AppealCommand.Decide(
                appeal.id(),
                decided,
                outcome,
                appeal.handler(),
                appeal.organisation(),
                outcome == AppealOutcome.UPHELD ? null : one(AppealGround.values()),
                REASON,
                findings);
    }

    private PersonCommand ofRepair() {
        Repair repair = any(person.redress().repairs());
        if (repair == null) {
            return new PersonCommand.Train(day, place);
        }
        LocalDate decided = later(repair.requested());
        return random.nextInt(4) == 0
                ? new RepairCommand.Refuse(repair.id(), decided, REASON)
                : new RepairCommand.Grant(repair.id(), decided, true, random.nextBoolean());
    }

    private PersonCommand ofRestoration() {
        Restoration restoration = any(person.redress().restorations());
        return restoration == null
                ? new PersonCommand.Train(day, place)
                : new RestorationCommand.Decide(
                        restoration.id(), later(restoration.reached()), random.nextInt(4) > 0, REASON);
    }

    private String id(String kind) {
        return kind + mark + (person.version() + 1);
    }

    private <T> T any(Map<String, T> of) {
        Collection<T> all = of.values();
        return all.isEmpty()
                ? null
                : all.stream().skip(random.nextInt(all.size())).findFirst().orElseThrow();
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
