package org.payqual.domain.handling;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.handling.HandlingCommand.CorrectEntry;
import org.payqual.domain.handling.HandlingCommand.Decide;
import org.payqual.domain.handling.HandlingCommand.Overturn;
import org.payqual.domain.handling.HandlingEvent.Decided;
import org.payqual.domain.handling.HandlingEvent.EntryCorrected;
import org.payqual.domain.handling.HandlingEvent.Overturned;
import org.payqual.domain.inspection.Inspection;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.ledger.Refusal.Kind;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.HandlingManner;
import org.payqual.domain.rulebook.Rulebook;

/**
 * A handling as its events tell it (TJ-24).
 *
 * @param id its id
 * @param inspection from which it came
 * @param institution against which it was made
 * @param kind its kind
 * @param date on which it was made
 * @param articles of the supervision regulation that it applied, if it is a penalty
 * @param manners of it, if it is one under the agreement
 * @param madeBy the code of the department or agency that made it; null where it is not known
 * @param overturned the day on which it was overturned; null while it stands
 * @param version the sequence number of the last event
 */
public record Handling(
        String id,
        String inspection,
        String institution,
        HandlingKind kind,
        LocalDate date,
        List<Integer> articles,
        List<HandlingManner> manners,
        @Nullable String madeBy,
        @Nullable LocalDate overturned,
        long version) {

    /** Copies the lists. */
    public Handling {
        articles = List.copyOf(articles);
        manners = List.copyOf(manners);
    }

    /** Returns the same handling once its overturning is void. */
    private Handling standing() {
        return new Handling(id, inspection, institution, kind, date, articles, manners, madeBy, null, version + 1);
    }

    /** Returns the same handling, overturned on a day. */
    public Handling overturnedOn(LocalDate day) {
        return new Handling(id, inspection, institution, kind, date, articles, manners, madeBy, day, version + 1);
    }

    /**
     * Decides a command.
     *
     * @param state null as long as the handling is unknown
     * @param inspection the inspection that the command names; null if the ledger does not know it
     * @param institution the institution that the command names; null if the ledger does not know it
     * @param rulebook the one that governs where and when the handling to be overturned was made; null if none is
     *     adopted
     */
    public static Decision<HandlingEvent> decide(
            @Nullable Handling state,
            HandlingCommand command,
            @Nullable Inspection inspection,
            @Nullable Institution institution,
            @Nullable Rulebook rulebook) {
        return switch (command) {
            case Decide decide
            when state != null ->
                refused(Kind.CONFLICT, "handling-known", null, "该处理决定已登记", "the handling is known already");
            case Decide decide
            when inspection == null ->
                refused(Kind.UNKNOWN, "unknown-inspection", "inspection", "未知的监督检查", "the inspection is not known");
            case Decide decide
            when institution == null ->
                refused(
                        Kind.UNKNOWN,
                        "unknown-institution",
                        "institution",
                        "未知的定点医药机构",
                        "the institution is not known");
            case Decide decide
            when decide.date().isBefore(inspection.opened()) ->
                refused(
                        Kind.CONFLICT,
                        "handling-before-inspection",
                        "date",
                        "处理决定早于监督检查开始之日 " + inspection.opened(),
                        "the inspection was opened later, on " + inspection.opened());
            case Decide decide
            when decide.kind() != HandlingKind.ADMINISTRATIVE_PENALTY
                    && !decide.articles().isEmpty() ->
                refused(
                        Kind.CONFLICT,
                        "articles-without-penalty",
                        "articles",
                        "只有行政处罚才适用条例的条文",
                        "only a penalty applies articles of the regulation");
            case Decide decide
            when decide.kind() != HandlingKind.AGREEMENT_HANDLING
                    && !decide.manners().isEmpty() ->
                refused(
                        Kind.CONFLICT,
                        "manners-without-agreement",
                        "manners",
                        "只有协议处理才有处理方式",
                        "only a handling under the agreement has these manners");
            case Decide decide ->
                accepted(new Decided(
                        decide.inspection(),
                        decide.institution(),
                        decide.kind(),
                        decide.date(),
                        decide.articles(),
                        decide.manners(),
                        decide.madeBy()));
            case Overturn overturn
            when state == null ->
                refused(Kind.UNKNOWN, "unknown-handling", null, "未知的处理决定", "the handling is not known");
            case Overturn overturn
            when state.overturned != null ->
                refused(
                        Kind.CONFLICT,
                        "handling-overturned",
                        null,
                        "该处理决定已于 " + state.overturned + " 被撤销",
                        "the handling was overturned on " + state.overturned);
            case Overturn overturn
            when overturn.date().isBefore(state.date) ->
                refused(
                        Kind.CONFLICT,
                        "overturned-before-made",
                        "date",
                        "撤销日期早于处理决定日期 " + state.date,
                        "the handling was made later, on " + state.date);
            case CorrectEntry correct
            when state == null ->
                refused(Kind.UNKNOWN, "unknown-handling", null, "未知的处理决定", "the handling is not known");
            case CorrectEntry correct
            when correct.entry() < 0 || correct.entry() > state.version ->
                refused(
                        Kind.UNKNOWN,
                        "unknown-entry",
                        "entry",
                        "没有该序号的记录：" + correct.entry(),
                        "nothing is recorded under that number: " + correct.entry());
            case CorrectEntry correct
            when correct.entry() == 0 ->
                refused(
                        Kind.CONFLICT,
                        "entry-not-correctable",
                        "entry",
                        "录入有误的处理决定须予撤销，并以另一编号重新录入",
                        "a handling entered wrongly is overturned, and entered under another id");
            case CorrectEntry correct
            when state.overturned == null || correct.entry() != state.version ->
                refused(
                        Kind.CONFLICT,
                        "corrected-already",
                        "entry",
                        "第 " + correct.entry() + " 号记录已更正",
                        "entry " + correct.entry() + " was corrected already");
            case CorrectEntry correct
            when rulebook != null && isAnothers(state.kind, correct.by(), rulebook) -> ofAnother(rulebook);
            case CorrectEntry correct ->
                accepted(new EntryCorrected(correct.entry(), correct.date(), correct.reason()));
            case Overturn overturn
            when rulebook == null ->
                refused(
                        Kind.CONFLICT,
                        "no-rulebook",
                        null,
                        "没有适用于该处理决定的已采纳细则，须先采纳",
                        "no adopted rulebook governs the handling; it has to be adopted first");
            case Overturn overturn when isAnothers(state.kind, overturn.by(), rulebook) -> ofAnother(rulebook);
            case Overturn overturn -> accepted(new Overturned(overturn.date(), overturn.reason()));
        };
    }

    /**
     * Folds one event.
     *
     * @throws MalformedHistory if the event cannot follow
     */
    public static Handling evolve(@Nullable Handling state, String id, HandlingEvent event) {
        return switch (event) {
            case Decided decided
            when state == null ->
                new Handling(
                        id,
                        decided.inspection(),
                        decided.institution(),
                        decided.kind(),
                        decided.date(),
                        decided.articles(),
                        decided.manners(),
                        decided.madeBy(),
                        null,
                        0);
            case Overturned overturned
            when state != null && state.overturned == null -> state.overturnedOn(overturned.date());
            case EntryCorrected corrected
            when state != null && state.overturned != null && corrected.entry() == state.version -> state.standing();
            default -> throw new MalformedHistory("handling " + id + " cannot continue with this event");
        };
    }

    /**
     * Tells whether the other authority made a handling: who makes a penalty or an agreement handling also determines
     * responsibility (TJ-30). A circular or a sanction is entered by whoever learns of it, and so is its overturning.
     */
    private static boolean isAnothers(HandlingKind kind, Determiner by, Rulebook rulebook) {
        return switch (kind) {
            case ADMINISTRATIVE_PENALTY, AGREEMENT_HANDLING ->
                rulebook.responsibility().after(kind) != by;
            case CIRCULAR, INDUSTRY_SANCTION -> false;
        };
    }

    private static Decision<HandlingEvent> ofAnother(Rulebook rulebook) {
        return new Decision.Refused<>(new Refusal(
                Kind.UNLAWFUL,
                "handling-of-another",
                rulebook.responsibility().provision(),
                null,
                "该处理决定由另一部门作出，其撤销由作出的部门登记",
                "the handling was made by the other authority, which records its overturning"));
    }

    private static Decision<HandlingEvent> accepted(HandlingEvent event) {
        return new Decision.Accepted<>(List.of(event));
    }

    private static Decision<HandlingEvent> refused(
            Kind kind, String code, @Nullable String field, String zh, String en) {
        return new Decision.Refused<>(new Refusal(kind, code, null, field, zh, en));
    }
}
