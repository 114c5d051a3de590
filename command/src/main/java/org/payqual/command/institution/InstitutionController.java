package org.payqual.command.institution;

import jakarta.validation.Valid;
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
            LocalDate agreementSigned,
            @Nullable @Pattern(regexp = Codes.INSTITUTION) String chain) {}

    /** A renewal of the agreement. */
    record NewAgreement(LocalDate signed) {}

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
}
