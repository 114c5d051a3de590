package org.payqual.domain.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.domain.institution.InstitutionCommand.CorrectEntry;
import org.payqual.domain.institution.InstitutionCommand.Designate;
import org.payqual.domain.institution.InstitutionCommand.RenewAgreement;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.rulebook.InstitutionKind;

/** What a clerk entered wrongly of an institution does not stay for good. */
class InstitutionCorrectionTest {

    private static final LocalDate SIGNED = LocalDate.of(2025, 1, 2);
    private static final LocalDate DAY = LocalDate.of(2025, 7, 3);

    private @Nullable Institution institution;

    @BeforeEach
    void designatedWrongly() {
        assertThat(enter(new Designate(InstitutionKind.HOSPITAL, true, "110105", SIGNED, "CHAIN")))
                .isNull();
    }

    @Test
    void a_renewal_signed_in_another_century_blocks_no_later_one() {
        enter(new RenewAgreement(LocalDate.of(2062, 1, 5)));
        assertThat(enter(new RenewAgreement(LocalDate.of(2026, 1, 5)))).isEqualTo("agreement-earlier");
        assertThat(enter(correct(1, null))).isNull();
        assertThat(institution.agreementSigned()).isEqualTo(SIGNED);
        assertThat(enter(new RenewAgreement(LocalDate.of(2026, 1, 5)))).isNull();
        assertThat(institution.agreementSigned()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(institution.version()).isEqualTo(3);
        assertThat(enter(correct(1, null))).isEqualTo("entry-not-correctable");
        assertThat(enter(correct(2, null))).isEqualTo("entry-not-correctable");
    }

    @Test
    void what_the_designation_says_is_put_right_and_renewals_stay() {
        enter(new RenewAgreement(LocalDate.of(2026, 1, 5)));
        Designate right = new Designate(InstitutionKind.PHARMACY, false, "120101", SIGNED.plusDays(1), null);
        assertThat(enter(correct(0, right))).isNull();
        assertThat(institution.kind()).isEqualTo(InstitutionKind.PHARMACY);
        assertThat(institution.publiclyOwned()).isFalse();
        assertThat(institution.region()).isEqualTo("120101");
        assertThat(institution.chain()).isNull();
        assertThat(institution.agreementSigned()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(enter(correct(1, null))).isNull();
        assertThat(institution.agreementSigned()).isEqualTo(SIGNED.plusDays(1));
        assertThat(enter(correct(0, right))).isNull();
    }

    @Test
    void what_is_right_is_told_of_a_designation_and_of_nothing_else() {
        enter(new RenewAgreement(LocalDate.of(2026, 1, 5)));
        Designate late = new Designate(InstitutionKind.HOSPITAL, true, "120101", LocalDate.of(2026, 1, 6), null);
        assertThat(enter(correct(0, null))).isEqualTo("instead-misplaced");
        assertThat(enter(correct(1, late))).isEqualTo("instead-misplaced");
        assertThat(enter(correct(0, late))).isEqualTo("agreement-later");
        assertThat(enter(correct(2, null))).isEqualTo("unknown-entry");
        assertThat(enter(correct(-1, null))).isEqualTo("unknown-entry");
    }

    private static CorrectEntry correct(long entry, @Nullable Designate instead) {
        return new CorrectEntry(entry, DAY, instead, "digest");
    }

    private @Nullable String enter(InstitutionCommand command) {
        return switch (Institution.decide(institution, command, (region, day) -> Optional.empty())) {
            case Decision.Refused<InstitutionEvent> refused -> refused.refusal().code();
            case Decision.Accepted<InstitutionEvent> accepted -> {
                for (InstitutionEvent event : accepted.events()) {
                    institution = Institution.evolve(institution, "H1", event);
                }
                yield null;
            }
        };
    }
}
