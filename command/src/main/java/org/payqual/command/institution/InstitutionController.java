package org.payqual.command.institution;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Submission;
import org.payqual.command.answer.Codes;
import org.payqual.command.answer.Entered;
import org.payqual.command.answer.FreeText;
import org.payqual.command.dispatch.Recorded;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.Target;
import org.payqual.command.port.Labels;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.institution.InstitutionCommand.CorrectEntry;
import org.payqual.domain.institution.InstitutionCommand.Designate;
import org.payqual.domain.institution.InstitutionCommand.RenewAgreement;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.rulebook.InstitutionKind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes institutions and their agreements known (TJ-11, 14). */
@RestController
@RequestMapping("/api/v1/institutions")
class InstitutionController {

    private final Recorder recorder;
    private final Labels labels;

    InstitutionController(Recorder recorder, Labels labels) {
        this.recorder = recorder;
        this.labels = labels;
    }

    /**
     * An institution to be made known.
     *
     * @param code its national code
     * @param name its own name, kept apart from the ledger
     */
    record NewInstitution(
            @Pattern(regexp = Codes.INSTITUTION) String code,
            @Nullable @FreeText @Size(max = Labels.LONGEST) String name,
            InstitutionKind kind,
            boolean publiclyOwned,
            @Pattern(regexp = Codes.REGION) String region,
            @PastOrPresent LocalDate agreementSigned,
            @Nullable @Pattern(regexp = Codes.INSTITUTION) String chain) {}

    /** A renewal of the agreement. */
    record NewAgreement(@PastOrPresent LocalDate signed) {}

    /**
     * Why an entry was a clerk's error.
     *
     * @param date on which it is known to be
     * @param instead what the designation should have said; left out where a renewal is void
     */
    record NewCorrection(
            @PastOrPresent LocalDate date,
            @Nullable @Valid NewDesignation instead,
            @FreeText String reason) {}

    /** What a designation should have said. */
    record NewDesignation(
            InstitutionKind kind,
            boolean publiclyOwned,
            @Pattern(regexp = Codes.REGION) String region,
            @PastOrPresent LocalDate agreementSigned,
            @Nullable @Pattern(regexp = Codes.INSTITUTION) String chain) {

        Designate designate() {
            return new Designate(kind, publiclyOwned, region, agreementSigned, chain);
        }
    }

    @PostMapping
    @Needs(Ability.DESIGNATE_INSTITUTION)
    ResponseEntity<Entered> designateInstitution(@RequestBody @Valid NewInstitution body, Submission submission) {
        Recorded recorded = recorder.record(
                Target.institution(body.code()),
                "designate",
                body,
                submission,
                digest -> new Designate(
                        body.kind(), body.publiclyOwned(), body.region(), body.agreementSigned(), body.chain()));
        if (body.name() != null) {
            labels.label(StreamType.INSTITUTION, body.code(), body.name());
        }
        return Entered.created(recorded, "/api/v1/institutions/" + body.code());
    }

    @PostMapping("/{institution}/agreements")
    @Needs(Ability.DESIGNATE_INSTITUTION)
    ResponseEntity<Entered> renewAgreement(
            @PathVariable @Pattern(regexp = Codes.INSTITUTION) String institution,
            @RequestBody @Valid NewAgreement body,
            Submission submission) {
        return Entered.created(
                recorder.record(
                        Target.institution(institution),
                        "renew-agreement",
                        body,
                        submission,
                        digest -> new RenewAgreement(body.signed())),
                "/api/v1/institutions/" + institution);
    }

    /**
     * Puts right what the designation says, which is entry 0, or voids a renewal; what was decided on it stands.
     *
     * @param entry from 0
     */
    @PostMapping("/{institution}/entries/{entry}/correction")
    @Needs(Ability.DESIGNATE_INSTITUTION)
    ResponseEntity<Entered> correctInstitutionEntry(
            @PathVariable @Pattern(regexp = Codes.INSTITUTION) String institution,
            @PathVariable @Min(0) long entry,
            @RequestBody @Valid NewCorrection body,
            Submission submission) {
        return Entered.created(
                recorder.record(
                        Target.institution(institution),
                        "correct-entry " + entry,
                        body,
                        submission,
                        digest -> new CorrectEntry(
                                entry,
                                body.date(),
                                body.instead() == null ? null : body.instead().designate(),
                                digest.apply(body.reason()))),
                "/api/v1/institutions/" + institution);
    }
}
