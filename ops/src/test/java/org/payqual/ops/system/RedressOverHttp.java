package org.payqual.ops.system;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.person.AppealOutcome;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.Repair.Path;
import org.payqual.domain.scenario.Entry;

/**
 * What is sent to enter appeals, repairs, trainings and restorations, with what a scenario has no words for.
 *
 * @param role in which
 * @param path after the person's own
 * @param body by field, null where a field is left out
 */
record RedressOverHttp(Role role, String path, Map<String, @Nullable Object> body) {

    /**
     * Words an entry.
     *
     * @param own gives the code of an institution in this world
     */
    static RedressOverHttp of(Entry entry, UnaryOperator<String> own) {
        return switch (entry) {
            case Entry.Training it ->
                on("/trainings", it.date())
                        .with("institution", it.institution() == null ? null : own.apply(it.institution()));
            case Entry.AppealFiling it ->
                on("/appeals", it.date())
                        .with("appeal", it.appeal())
                        .with("notice", it.notice())
                        .with("by", it.by())
                        .with("ground", "FACTS")
                        .with("signed", it.signed())
                        .with("sealed", it.sealed());
            case Entry.AppealExplanation it -> on("/appeals/" + it.appeal() + "/explanation", it.date());
            case Entry.AppealEscalation it -> on("/appeals/" + it.appeal() + "/escalation", it.date());
            case Entry.ExpertReview it ->
                on("/appeals/" + it.appeal() + "/expert-reviews", it.date())
                        .as(it.by())
                        .with("opinion", it.opinion());
            case Entry.AppealDecision it ->
                on("/appeals/" + it.appeal() + "/decision", it.date())
                        .as(it.by())
                        .with("outcome", it.outcome())
                        .with("ground", it.outcome() == AppealOutcome.UPHELD ? null : "FACTS")
                        .with("reason", it.reason())
                        .with(
                                "findings",
                                it.findings().isEmpty()
                                        ? null
                                        : it.findings().stream()
                                                .map(HttpEngine::finding)
                                                .toList());
            case Entry.RepairRequest it ->
                on("/repairs", it.date())
                        .with("repair", it.repair())
                        .with("institution", own.apply(it.institution()))
                        .with("path", it.path())
                        .with("points", it.points())
                        .with("approved", it.approved())
                        .with("evidence", evidence(it));
            case Entry.RepairGrant it ->
                on("/repairs/" + it.repair() + "/grant", it.date())
                        .with("rectified", true)
                        .with("shorten", it.shorten());
            case Entry.RepairRefusal it ->
                on("/repairs/" + it.repair() + "/refusal", it.date()).with("reason", it.reason());
            case Entry.RestorationRequest it ->
                it.institution() == null
                        ? on("/direct-restorations", it.date()).with("restoration", it.restoration())
                        : on("/restorations", it.date())
                                .with("restoration", it.restoration())
                                .with("institution", own.apply(it.institution()))
                                .with("approved", it.approved());
            case Entry.RestorationReview it ->
                on("/restorations/" + it.restoration() + "/pre-review", it.date())
                        .with("passed", it.passed())
                        .with("reason", it.reason());
            case Entry.RestorationDecision it ->
                on("/restorations/" + it.restoration() + "/decision", it.date())
                        .with("granted", it.granted())
                        .with("reason", it.reason());
            default -> throw new IllegalArgumentException("entered otherwise: " + entry);
        };
    }

    private static Map<String, Object> evidence(Entry.RepairRequest it) {
        return it.path() == Path.TRAINING_EXAM
                ? Map.of("hours", 8, "examScore", 90)
                : Map.of("activity", "activity-" + it.repair().toLowerCase(Locale.ROOT));
    }

    private static RedressOverHttp on(String path, LocalDate date) {
        return new RedressOverHttp(Role.AGENCY, path, new LinkedHashMap<>()).with("date", date);
    }

    private RedressOverHttp as(Determiner determiner) {
        return new RedressOverHttp(determiner == Determiner.DEPARTMENT ? Role.DEPARTMENT : Role.AGENCY, path, body);
    }

    private RedressOverHttp with(String field, @Nullable Object value) {
        body.put(field, value);
        return this;
    }
}
