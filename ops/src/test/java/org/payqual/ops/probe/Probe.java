package org.payqual.ops.probe;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Earliest;
import org.payqual.command.Submission;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.AtInstitution;
import org.payqual.domain.access.InOwnName;
import org.payqual.domain.access.Needs;
import org.payqual.domain.access.Permits;
import org.payqual.domain.access.Reading;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.ledger.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One handler for each way in which a request can go right or wrong. */
@Profile("probe")
@RestController
@RequestMapping("/api/v1/probe")
public class Probe {

    static final String PERSON_OF_H1 = "11111111-1111-4111-8111-111111111111";

    private final AccessRecord record;
    private final Permits permits;

    Probe(AccessRecord record, Permits permits) {
        this.record = record;
        this.permits = permits;
    }

    /** A command with every kind of field. */
    public record Entry(
            @Pattern(regexp = "[A-Z0-9]{1,32}") String institution,
            LocalDate date,
            Role role,
            @Max(12) int points,
            boolean heard,
            @Nullable @Size(max = 5) String note,
            @Nullable @Earliest("2000-01-01") LocalDate actedFrom,
            @Valid List<Item> items)
            implements AtInstitution, InOwnName {

        @Override
        public boolean maySay(Actor caller) {
            return points != 12 || caller.role() == Role.AGENCY;
        }
    }

    /** A part of it. */
    public record Item(String violation, @Nullable Integer points) {}

    /** What came of it. */
    public record Receipt(
            String issuer,
            String subject,
            String key,
            @Nullable Long expected,
            LocalDate date) {}

    /** Where a person stands. */
    public record Shown(String person, @Nullable LocalDate validAt) {}

    @PostMapping("/entries")
    @Needs(Ability.REGISTER)
    Receipt enter(@RequestBody @Valid Entry entry, Submission submission) {
        return new Receipt(
                submission.actor().issuer(),
                submission.actor().subject(),
                submission.key(),
                submission.expectedVersion(),
                entry.date());
    }

    @GetMapping("/people/{person}")
    @Needs(Ability.READ_STANDING)
    Shown show(@PathVariable String person, @RequestParam(required = false) @Nullable LocalDate validAt, Actor actor) {
        if (person.endsWith("404")) {
            throw new ProblemException(new Problem.NotFound("person", "person"));
        }
        if (!person.endsWith("500")) {
            record.write(
                    new Reading(actor, Ability.READ_STANDING, List.of(person), validAt, 7L, Reading.Outcome.ANSWERED));
        }
        return new Shown(person, validAt);
    }

    @PostMapping("/people/checks")
    @Needs(value = Ability.READ_STANDING, permitsInside = true)
    List<Shown> showAll(@RequestBody List<String> people, Actor actor) {
        permits.forPeople(Ability.READ_STANDING, people);
        record.write(new Reading(actor, Ability.READ_STANDING, people, null, 7L, Reading.Outcome.ANSWERED));
        return people.stream().map(it -> new Shown(it, null)).toList();
    }

    @GetMapping("/people/unanchored")
    @Needs(Ability.READ_STANDING)
    List<Shown> showUnanchored() {
        return List.of();
    }

    @GetMapping("/people/{person}/stream")
    @Needs(Ability.READ_STANDING)
    void stream(@PathVariable String person, HttpServletResponse response) throws IOException {
        response.getOutputStream().print(person);
    }

    @PostMapping("/inspections")
    @Needs(Ability.OPEN_INSPECTION)
    String enterCarelessly() {
        return "recorded";
    }

    @GetMapping("/institutions/{institution}")
    @Needs(Ability.READ_INSTITUTION)
    String showInstitution(@PathVariable String institution) {
        return institution;
    }

    @GetMapping("/without-rule")
    String forgotten() {
        return "never seen";
    }

    @GetMapping("/problems/{kind}")
    @Needs(Ability.READ_LAW)
    String problem(@PathVariable String kind, @RequestParam(required = false) @Nullable Long position) {
        throw switch (kind) {
            case "refused" ->
                new ProblemException(new Problem.Refused(new Refusal(
                        Refusal.Kind.UNLAWFUL,
                        "no-commitment",
                        new Provision("TJ-18"),
                        "institution",
                        "该机构没有服务承诺。",
                        "There is no commitment at this institution.")));
            case "conflict" ->
                new ProblemException(new Problem.Refused(
                        new Refusal(Refusal.Kind.CONFLICT, "already-registered", null, null, "已登记。", "Registered.")));
            case "stale" -> new ProblemException(new Problem.StaleVersion(3, 5));
            case "reused" -> new ProblemException(new Problem.KeyReused());
            case "unknown-outcome" -> new ProblemException(new Problem.OutcomeUnknown(2));
            case "not-yet" ->
                new ProblemException(new Problem.NotYet("position-not-reached", 3, "尚未到达。", "Not reached yet."));
            case "store" -> new QueryTimeoutException("SELECT secret");
            default -> new IllegalStateException("secret of the program: " + position);
        };
    }
}
