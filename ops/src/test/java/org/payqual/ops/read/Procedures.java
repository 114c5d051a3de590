package org.payqual.ops.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.payqual.domain.person.AppealCommand;
import org.payqual.domain.person.AppealGround;
import org.payqual.domain.person.AppealOutcome;
import org.payqual.domain.person.Party;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.RepairCommand;
import org.payqual.domain.person.RepairEvidence;
import org.payqual.domain.person.RestorationCommand;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.Repair.Path;

/**
 * Random steps of appeals, repairs and restorations, mostly of those that are under way.
 *
 * @param random draws them
 * @param person about whom
 * @param place an institution
 * @param day of the step
 */
record Procedures(RandomGenerator random, Person person, String place, LocalDate day) {

    private static final String DIGEST = "00".repeat(32);

    PersonCommand appeal(String notice) {
        String appeal = underWay(person.redress().appeals());
        return switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                new AppealCommand.File(
                        fresh("A"),
                        notice,
                        one(Party.values()),
                        day,
                        one(AppealGround.values()),
                        true,
                        true,
                        null,
                        null);
            case 3 -> new AppealCommand.Explain(appeal, day, null);
            case 4 -> new AppealCommand.Escalate(appeal, day);
            case 5 -> new AppealCommand.Withdraw(appeal, day, null, null);
            default ->
                new AppealCommand.Decide(
                        appeal,
                        day,
                        one(AppealOutcome.UPHELD, AppealOutcome.REVOKED),
                        one(Determiner.values()),
                        null,
                        one(AppealGround.values()),
                        DIGEST,
                        List.of());
        };
    }

    PersonCommand repair() {
        String repair = underWay(person.redress().repairs());
        return switch (random.nextInt(5)) {
            case 0 ->
                new RepairCommand.Request(
                        fresh("R"),
                        day,
                        place,
                        Path.TRAINING_EXAM,
                        1 + random.nextInt(3),
                        true,
                        new RepairEvidence(8, 90, null));
            case 1 ->
                new RepairCommand.Request(
                        fresh("R"), day, place, Path.ACTIVITY, null, true, new RepairEvidence(null, null, "ACT-1"));
            case 2 -> new RepairCommand.Refuse(repair, day, DIGEST);
            default -> new RepairCommand.Grant(repair, day, true, random.nextBoolean());
        };
    }

    PersonCommand restoration() {
        String restoration = underWay(person.redress().restorations());
        return switch (random.nextInt(4)) {
            case 0 -> new RestorationCommand.Request(fresh("S"), day, place, true);
            case 1 -> new RestorationCommand.PreReview(restoration, day, true, null);
            default -> new RestorationCommand.Decide(restoration, day, random.nextInt(5) > 0, DIGEST);
        };
    }

    /** One of those known, the latest more often than others. */
    private String underWay(Map<String, ?> all) {
        List<String> known = List.copyOf(all.keySet());
        if (known.isEmpty()) {
            return "none";
        }
        return random.nextBoolean() ? known.getLast() : known.get(random.nextInt(known.size()));
    }

    private String fresh(String kind) {
        return kind + Integer.toUnsignedString(random.nextInt(), 36).toUpperCase(Locale.ROOT);
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
