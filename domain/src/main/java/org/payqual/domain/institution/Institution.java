package org.payqual.domain.institution;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.institution.InstitutionCommand.Designate;
import org.payqual.domain.institution.InstitutionCommand.RenewAgreement;
import org.payqual.domain.institution.InstitutionEvent.AgreementRenewed;
import org.payqual.domain.institution.InstitutionEvent.Designated;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.ledger.Refusal.Kind;
import org.payqual.domain.rulebook.InstitutionKind;

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
 */
public record Institution(
        String code,
        InstitutionKind kind,
        boolean publiclyOwned,
        String region,
        LocalDate agreementSigned,
        @Nullable String chain,
        long version) {

    /** Decides a command; {@code state} is null as long as the institution is unknown. */
    public static Decision<InstitutionEvent> decide(@Nullable Institution state, InstitutionCommand command) {
        return switch (command) {
            case Designate designate
            when state == null ->
                accepted(new Designated(
                        designate.kind(),
                        designate.publiclyOwned(),
                        designate.region(),
                        designate.agreementSigned(),
                        designate.chain()));
            case Designate designate ->
                refused(Kind.CONFLICT, "institution-known", null, "该机构已登记在册", "the institution is known already");
            case RenewAgreement renew
            when state == null ->
                refused(Kind.UNKNOWN, "unknown-institution", null, "未知的定点医药机构", "the institution is not known");
            case RenewAgreement renew
            when renew.signed().isBefore(state.agreementSigned()) ->
                refused(
                        Kind.CONFLICT,
                        "agreement-earlier",
                        "signed",
                        "续签日期早于现行协议签订日期 " + state.agreementSigned(),
                        "the agreement in force was signed later, on " + state.agreementSigned());
            case RenewAgreement renew -> accepted(new AgreementRenewed(renew.signed()));
        };
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
            when state != null ->
                new Institution(
                        code,
                        state.kind,
                        state.publiclyOwned,
                        state.region,
                        renewed.signed(),
                        state.chain,
                        state.version + 1);
            default -> throw new MalformedHistory("institution " + code + " cannot continue with this event");
        };
    }

    private static Decision<InstitutionEvent> accepted(InstitutionEvent event) {
        return new Decision.Accepted<>(List.of(event));
    }

    private static Decision<InstitutionEvent> refused(
            Kind kind, String code, @Nullable String field, String zh, String en) {
        return new Decision.Refused<>(new Refusal(kind, code, null, field, zh, en));
    }
}
