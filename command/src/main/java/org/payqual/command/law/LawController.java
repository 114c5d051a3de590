package org.payqual.command.law;

import java.util.List;
import org.payqual.command.Submission;
import org.payqual.command.answer.Entered;
import org.payqual.command.answer.MayBeKnown;
import org.payqual.command.dispatch.AdoptedLaw;
import org.payqual.command.dispatch.Outcome;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.Target;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.calendar.CalendarAdoption;
import org.payqual.domain.file.Fault;
import org.payqual.domain.law.Law;
import org.payqual.domain.law.LawCommand;
import org.payqual.domain.law.LawCommand.AdoptCalendar;
import org.payqual.domain.law.LawCommand.AdoptRulebook;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.rulebook.Adoption;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Adopts rulebooks and calendars, as the files that they are; what is not adopted does not decide. */
@RestController
@RequestMapping("/api/v1")
class LawController {

    private static final String YAML = "application/yaml";

    private final Recorder recorder;
    private final AdoptedLaw law;

    LawController(Recorder recorder, AdoptedLaw law) {
        this.recorder = recorder;
        this.law = law;
    }

    @PostMapping(path = "/rulebooks", consumes = YAML)
    @Needs(Ability.ADOPT_LAW)
    @MayBeKnown
    ResponseEntity<Entered> adoptRulebook(@RequestBody byte[] file, Submission submission) {
        return adopt("adopt-rulebook", file, submission, new AdoptRulebook(file));
    }

    @PostMapping(path = "/calendars", consumes = YAML)
    @Needs(Ability.ADOPT_LAW)
    @MayBeKnown
    ResponseEntity<Entered> adoptCalendar(@RequestBody byte[] file, Submission submission) {
        return adopt("adopt-calendar", file, submission, new AdoptCalendar(file));
    }

    private ResponseEntity<Entered> adopt(String operation, byte[] file, Submission submission, LawCommand command) {
        Outcome outcome = recorder.submit(Target.law(), operation, file, submission, digest -> command);
        if (outcome instanceof Outcome.Refused refused) {
            switch (refused.refusal().code()) {
                case Law.ADOPTED_ALREADY -> {
                    return Entered.known(recorder.sealed(Target.law(), refused.version()));
                }
                case Law.FILE_FAULTY -> throw new ProblemException(new Problem.FaultyFile(faults(command)));
                default -> {}
            }
        }
        return Entered.created(recorder.answer(Target.law(), outcome), "/api/v1/law");
    }

    /** Reads the file again for its faults: a refusal tells their number only. */
    private List<Fault> faults(LawCommand command) {
        Law current = law.current();
        return switch (command) {
            case AdoptRulebook it
            when current.rulebooks().adopt(it.file()) instanceof Adoption.Faulty faulty -> faulty.faults();
            case AdoptCalendar it
            when current.calendars().adopt(it.file()) instanceof CalendarAdoption.Faulty faulty -> faulty.faults();
            default -> List.of();
        };
    }
}
