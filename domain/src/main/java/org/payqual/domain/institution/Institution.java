package org.payqual.domain.institution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.institution.InstitutionCommand.CorrectEntry;
import org.payqual.domain.institution.InstitutionCommand.Designate;
import org.payqual.domain.institution.InstitutionCommand.RecordRatio;
import org.payqual.domain.institution.InstitutionCommand.RenewAgreement;
import org.payqual.domain.institution.InstitutionEvent.AgreementRenewed;
import org.payqual.domain.institution.InstitutionEvent.Designated;
import org.payqual.domain.institution.InstitutionEvent.EntryCorrected;
import org.payqual.domain.institution.InstitutionEvent.RatioReached;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.ledger.Refusal.Kind;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.InstitutionRatio.RatioEffect;
import org.payqual.domain.rulebook.InstitutionRatio.Threshold;
import org.payqual.domain.rulebook.Rulebook;

/**
 * A contracted institution as its events tell it.
 *
 * @param code its national code
 * @param kind hospital or pharmacy
 * @param publiclyOwned whether it is a public one
 * @param region its insurance region
 * @param agreementSigned the day on which the agreement in force was signed
 * @param chain the chain it belongs to, where there is one
 * @param version the sequence number of the last event
 * @param agreements the days on which agreements were signed, by the sequence number of the entry
 * @param crossings the thresholds of its ratio that are recorded as reached
 */
public record Institution(
        String code,
        InstitutionKind kind,
        boolean publiclyOwned,
        String region,
        LocalDate agreementSigned,
        @Nullable String chain,
        long version,
        SortedMap<Long, LocalDate> agreements,
        Set<Crossing> crossings) {

    /**
     * A threshold of the ratio that was reached in a year (TJ-33).
     *
     * @param year the calendar year
     * @param effect of the threshold
     */
    public record Crossing(int year, RatioEffect effect) {}

    /** Copies the collections. */
    public Institution {
        agreements = Collections.unmodifiableSortedMap(new TreeMap<>(agreements));
        crossings = Set.copyOf(crossings);
    }

    /** An institution of which no crossing is recorded. */
    public Institution(
            String code,
            InstitutionKind kind,
            boolean publiclyOwned,
            String region,
            LocalDate agreementSigned,
            @Nullable String chain,
            long version) {
        this(
                code,
                kind,
                publiclyOwned,
                region,
                agreementSigned,
                chain,
                version,
                new TreeMap<>(Map.of(0L, agreementSigned)),
                Set.of());
    }

    /**
     * Decides a command; {@code state} is null as long as the institution is unknown.
     *
     * @param governing finds the rulebook that governs a region on a day
     */
    public static Decision<InstitutionEvent> decide(
            @Nullable Institution state,
            InstitutionCommand command,
            BiFunction<String, LocalDate, Optional<Rulebook>> governing) {
        return switch (command) {
            case Designate designate when state == null -> accepted(designated(designate));
            case Designate designate ->
                refused(Kind.CONFLICT, "institution-known", null, "该机构已登记在册", "the institution is known already");
            case RenewAgreement renew when state == null -> unknown();
            case RenewAgreement renew
            when renew.signed().isBefore(state.agreementSigned()) ->
                refused(
                        Kind.CONFLICT,
                        "agreement-earlier",
                        "signed",
                        "续签日期早于现行协议签订日期 " + state.agreementSigned(),
                        "the agreement in force was signed later, on " + state.agreementSigned());
            case RenewAgreement renew -> accepted(new AgreementRenewed(renew.signed()));
            case CorrectEntry correct when state == null -> unknown();
            case CorrectEntry correct -> state.corrected(correct);
            case RecordRatio ratio when state == null -> unknown();
            case RecordRatio ratio -> state.crossed(ratio, governing);
        };
    }

    private Decision<InstitutionEvent> corrected(CorrectEntry correct) {
        long entry = correct.entry();
        if (entry < 0 || entry > version) {
            return refused(
                    Kind.UNKNOWN,
                    "unknown-entry",
                    "entry",
                    "没有该序号的记录：" + entry,
                    "nothing is recorded under that number: " + entry);
        }
        if (!agreements.containsKey(entry)) {
            return refused(
                    Kind.CONFLICT,
                    "entry-not-correctable",
                    "entry",
                    "第 " + entry + " 号记录已更正，或不是经办人员录入的事项",
                    "entry " + entry + " was corrected already, or is none that a clerk enters");
        }
        Designate instead = correct.instead();
        if ((entry == 0) == (instead == null)) {
            return refused(
                    Kind.CONFLICT,
                    "instead-misplaced",
                    "instead",
                    "更正指定登记须载明正确内容，更正续签则不得载明",
                    "what is right has to be told of a designation, and of nothing else");
        }
        LocalDate renewed =
                agreements.size() > 1 ? agreements.get(agreements.tailMap(1L).firstKey()) : null;
        if (instead != null && renewed != null && instead.agreementSigned().isAfter(renewed)) {
            return refused(
                    Kind.CONFLICT,
                    "agreement-later",
                    "instead.agreementSigned",
                    "首次签订日期晚于续签日期 " + renewed,
                    "the agreement was renewed before that, on " + renewed);
        }
        return accepted(new EntryCorrected(
                entry, correct.date(), instead == null ? null : designated(instead), correct.reason()));
    }

    private static Designated designated(Designate designate) {
        return new Designated(
                designate.kind(),
                designate.publiclyOwned(),
                designate.region(),
                designate.agreementSigned(),
                designate.chain());
    }

    private Decision<InstitutionEvent> crossed(
            RecordRatio ratio, BiFunction<String, LocalDate, Optional<Rulebook>> governing) {
        Set<Crossing> recorded = new HashSet<>(crossings);
        List<InstitutionEvent> events = new ArrayList<>();
        for (RecordRatio.Day day : ratio.days()) {
            int year = day.date().getYear();
            governing
                    .apply(region, day.date())
                    .ifPresent(rulebook -> rulebook.institutionRatio().reached(day.share()).stream()
                            .filter(threshold -> recorded.add(new Crossing(year, threshold.effect())))
                            .forEach(threshold -> events.add(reached(threshold, day, rulebook, ratio.knownAt()))));
        }
        return events.isEmpty()
                ? refused(
                        Kind.CONFLICT,
                        "ratio-not-crossed",
                        null,
                        "未达到任何尚未记录的比例",
                        "no threshold is reached that is not recorded for the year")
                : new Decision.Accepted<>(events);
    }

    private static RatioReached reached(Threshold threshold, RecordRatio.Day day, Rulebook rulebook, long knownAt) {
        return new RatioReached(
                day.date().getYear(),
                threshold.effect(),
                threshold.due(),
                day.date(),
                day.share().whole(),
                day.share().part(),
                knownAt,
                new Receipt(
                        rulebook.id(),
                        rulebook.effectiveFrom(),
                        rulebook.sha256(),
                        rulebook.institutionRatio().provisions(),
                        List.of()));
    }

    /**
     * Folds one event.
     *
     * @throws MalformedHistory if the event cannot follow
     */
    public static Institution evolve(@Nullable Institution state, String code, InstitutionEvent event) {
        return switch (event) {
            case Designated designated
            when state == null ->
                new Institution(
                        code,
                        designated.kind(),
                        designated.publiclyOwned(),
                        designated.region(),
                        designated.agreementSigned(),
                        designated.chain(),
                        0);
            case AgreementRenewed renewed
            when state != null -> state.with(state.signedWith(state.version + 1, renewed.signed()), state.crossings);
            case EntryCorrected corrected
            when state != null && state.agreements.containsKey(corrected.entry()) -> state.after(corrected);
            case RatioReached reached when state != null -> state.with(new Crossing(reached.year(), reached.effect()));
            default -> throw new MalformedHistory("institution " + code + " cannot continue with this event");
        };
    }

    private Institution with(Crossing crossing) {
        Set<Crossing> more = new HashSet<>(crossings);
        if (!more.add(crossing)) {
            throw new MalformedHistory("institution " + code + " reached a threshold twice in " + crossing.year());
        }
        return with(agreements, more);
    }

    private SortedMap<Long, LocalDate> signedWith(long entry, LocalDate signed) {
        SortedMap<Long, LocalDate> more = new TreeMap<>(agreements);
        more.put(entry, signed);
        return more;
    }

    /** Every event keeps its place, so that what it was stays readable; only what follows from it is told anew. */
    private Institution after(EntryCorrected corrected) {
        Designated instead = corrected.instead();
        if (instead == null) {
            SortedMap<Long, LocalDate> left = new TreeMap<>(agreements);
            left.remove(corrected.entry());
            if (left.isEmpty()) {
                throw new MalformedHistory("institution " + code + " is left without a designation");
            }
            return with(left, crossings);
        }
        SortedMap<Long, LocalDate> signed = signedWith(0, instead.agreementSigned());
        return new Institution(
                code,
                instead.kind(),
                instead.publiclyOwned(),
                instead.region(),
                latest(signed),
                instead.chain(),
                version + 1,
                signed,
                crossings);
    }

    private Institution with(SortedMap<Long, LocalDate> signed, Set<Crossing> reached) {
        return new Institution(code, kind, publiclyOwned, region, latest(signed), chain, version + 1, signed, reached);
    }

    private static LocalDate latest(SortedMap<Long, LocalDate> signed) {
        return signed.values().stream().reduce((earlier, later) -> later).orElseThrow();
    }

    private static Decision<InstitutionEvent> unknown() {
        return refused(Kind.UNKNOWN, "unknown-institution", null, "未知的定点医药机构", "the institution is not known");
    }

    private static Decision<InstitutionEvent> accepted(InstitutionEvent event) {
        return new Decision.Accepted<>(List.of(event));
    }

    private static Decision<InstitutionEvent> refused(
            Kind kind, String code, @Nullable String field, String zh, String en) {
        return new Decision.Refused<>(new Refusal(kind, code, null, field, zh, en));
    }
}
