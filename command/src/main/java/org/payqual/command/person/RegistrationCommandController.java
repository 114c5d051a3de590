package org.payqual.command.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Submission;
import org.payqual.command.answer.Codes;
import org.payqual.command.answer.Entered;
import org.payqual.command.answer.NoCitizenNumber;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.AtInstitution;
import org.payqual.domain.access.InOwnName;
import org.payqual.domain.access.Needs;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.person.DepartureReason;
import org.payqual.domain.person.LicenceChange;
import org.payqual.domain.person.Party;
import org.payqual.domain.person.PersonCommand.Amend;
import org.payqual.domain.person.PersonCommand.Commit;
import org.payqual.domain.person.PersonCommand.Depart;
import org.payqual.domain.person.PersonCommand.MaintainStatus;
import org.payqual.domain.person.PersonCommand.Register;
import org.payqual.domain.person.PersonCommand.ReportLicence;
import org.payqual.domain.person.RegistrationContent;
import org.payqual.domain.rulebook.StandingKind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commitments, registrations and what institutions report of their people (TJ-14, 17 to 22, 38). */
@RestController
@RequestMapping("/api/v1/people/{person}")
class RegistrationCommandController {

    private final PersonRecorder recorder;

    RegistrationCommandController(PersonRecorder recorder) {
        this.recorder = recorder;
    }

    /** A commitment signed at an institution on a day. */
    record NewCommitment(
            @Pattern(regexp = Codes.INSTITUTION) String institution, LocalDate date) implements AtInstitution {}

    /** A registration at an institution from a day on. */
    record NewRegistration(
            @Pattern(regexp = Codes.INSTITUTION) String institution,
            LocalDate from,
            @Valid Content content) implements AtInstitution {}

    /** What a registration says from a day on. */
    record Amendment(LocalDate date, @Valid Content content) {}

    /** The content of a registration, in codes of the national standards (TJ-17). */
    record Content(
            @Pattern(regexp = Codes.ROLE) String role,
            boolean primary,

            @Nullable @NoCitizenNumber @Pattern(regexp = Codes.STANDARD)
            String personCode,

            @Nullable @Pattern(regexp = Codes.REGION) String region,

            @Nullable @NoCitizenNumber @Pattern(regexp = Codes.STANDARD)
            String practiceType,

            @Nullable @NoCitizenNumber @Pattern(regexp = Codes.STANDARD)
            String practiceCategory,

            @Nullable @NoCitizenNumber @Pattern(regexp = Codes.STANDARD)
            String practiceScope,

            @Nullable @NoCitizenNumber @Pattern(regexp = Codes.STANDARD)
            String title) {

        RegistrationContent registered() {
            return new RegistrationContent(
                    role, primary, personCode, region, practiceType, practiceCategory, practiceScope, title);
        }
    }

    /** A departure; the date is the first day without registration. */
    record NewDeparture(LocalDate date, DepartureReason reason) {}

    /** That an institution set the status. */
    record NewStatus(@Pattern(regexp = Codes.INSTITUTION) String institution, LocalDate date, StandingKind status)
            implements AtInstitution {}

    /** A change of the licence. */
    record NewLicenceReport(
            Party reportedBy,
            @Nullable @Pattern(regexp = Codes.INSTITUTION) String institution,
            LicenceChange change,
            LocalDate effective,
            LocalDate reported)
            implements InOwnName {

        @Override
        public boolean maySay(Actor caller) {
            return switch (caller.role()) {
                case INSTITUTION ->
                    reportedBy == Party.INSTITUTION && Objects.equals(institution, caller.organisation());
                case PERSON -> reportedBy == Party.PERSON;
                default -> true;
            };
        }
    }

    @PostMapping("/commitments")
    @Needs(Ability.COMMIT)
    ResponseEntity<Entered> commit(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @RequestBody @Valid NewCommitment body,
            Submission submission) {
        return recorder.record(
                person,
                "commit",
                body,
                submission.enteredFor(body.institution()),
                new Commit(body.institution(), body.date()));
    }

    @PostMapping("/registrations")
    @Needs(Ability.REGISTER)
    ResponseEntity<Entered> register(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @RequestBody @Valid NewRegistration body,
            Submission submission) {
        return recorder.record(
                person,
                "register",
                body,
                submission.enteredFor(body.institution()),
                new Register(body.institution(), body.from(), body.content().registered()));
    }

    @PostMapping("/registrations/{institution}/amendments")
    @Needs(Ability.AMEND_REGISTRATION)
    ResponseEntity<Entered> amendRegistration(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @Pattern(regexp = Codes.INSTITUTION) String institution,
            @RequestBody @Valid Amendment body,
            Submission submission) {
        return recorder.record(
                person,
                "amend " + institution,
                body,
                submission.enteredFor(institution),
                new Amend(institution, body.date(), body.content().registered()));
    }

    @PostMapping("/registrations/{institution}/departure")
    @Needs(Ability.DEPART)
    ResponseEntity<Entered> depart(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @Pattern(regexp = Codes.INSTITUTION) String institution,
            @RequestBody @Valid NewDeparture body,
            Submission submission) {
        return recorder.record(
                person,
                "depart " + institution,
                body,
                submission.enteredFor(institution),
                new Depart(institution, body.date(), body.reason()));
    }

    @PostMapping("/status-maintenances")
    @Needs(Ability.MAINTAIN_STATUS)
    ResponseEntity<Entered> maintainStatus(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @RequestBody @Valid NewStatus body,
            Submission submission) {
        return recorder.record(
                person,
                "maintain-status",
                body,
                submission.enteredFor(body.institution()),
                new MaintainStatus(body.institution(), body.date(), body.status()));
    }

    @PostMapping("/licence-reports")
    @Needs(Ability.REPORT_LICENCE)
    ResponseEntity<Entered> reportLicence(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @RequestBody @Valid NewLicenceReport body,
            Submission submission) {
        return recorder.record(
                person,
                "report-licence",
                body,
                submission.enteredFor(body.reportedBy() == Party.PERSON ? person : body.institution()),
                new ReportLicence(
                        body.reportedBy(), body.institution(), body.change(), body.effective(), body.reported()));
    }
}
