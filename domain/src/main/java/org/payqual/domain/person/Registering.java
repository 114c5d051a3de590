package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.person.PersonCommand.Amend;
import org.payqual.domain.person.PersonCommand.Commit;
import org.payqual.domain.person.PersonCommand.Depart;
import org.payqual.domain.person.PersonCommand.MaintainStatus;
import org.payqual.domain.person.PersonCommand.Register;
import org.payqual.domain.person.PersonCommand.ReportLicence;
import org.payqual.domain.person.PersonEvent.Committed;
import org.payqual.domain.person.PersonEvent.Departed;
import org.payqual.domain.person.PersonEvent.LicenceReported;
import org.payqual.domain.person.PersonEvent.Registered;
import org.payqual.domain.person.PersonEvent.RegistrationAmended;
import org.payqual.domain.person.PersonEvent.StatusMaintained;
import org.payqual.domain.rulebook.Cited;
import org.payqual.domain.rulebook.Roles;
import org.payqual.domain.rulebook.Rulebook;

/** Commitments, registrations and departures (TJ-14, 17 to 22; CY-5). */
final class Registering {

    private Registering() {}

    static Decision<PersonEvent> commit(Commit commit, Facts facts) {
        return Deciding.governed(
                commit.institution(),
                commit.date(),
                facts,
                (institution, rulebook) -> Deciding.accepted(new Committed(
                        commit.institution(),
                        commit.date(),
                        receipt(rulebook, institution, rulebook.registration().commitment()))));
    }

    /** Registers whoever committed there before and is not barred; a suspended person may, and stays suspended. */
    static Decision<PersonEvent> register(Person person, Register register, Facts facts) {
        return Deciding.governed(
                register.institution(),
                register.from(),
                facts,
                (institution, rulebook) -> register(person, register, institution, rulebook));
    }

    private static Decision<PersonEvent> register(
            Person person, Register register, Institution institution, Rulebook rulebook) {
        Roles roles = rulebook.roles(institution.kind());
        if (!roles.roles().contains(register.content().role())) {
            return Refusals.noSuchRole(roles.provision(), register.content().role());
        }
        List<RecordedMeasure> terminations = person.terminationsBy(register.from());
        Optional<LocalDate> barredUntil = terminations.stream()
                .filter(it -> it.runsOn(register.from()))
                .map(it -> it.terms().until())
                .max(LocalDate::compareTo);
        if (barredUntil.isPresent()) {
            return Refusals.barred(rulebook.registration().barred().provision(), barredUntil.get());
        }
        if (terminations.stream().anyMatch(it -> person.awaitsRestoration(it, register.from()))) {
            return Refusals.notRestored(rulebook.registration().termServed().provision());
        }
        if (!committed(person, register, terminations)) {
            return Refusals.noCommitment(
                    rulebook.registration().commitment().provision(), register.institution(), register.from());
        }
        Optional<Registration> held = person.overlapping(register.institution(), register.from());
        if (held.isPresent()) {
            return Refusals.registeredAlready(
                    rulebook.registration().places().provision(),
                    register.institution(),
                    held.get().from());
        }
        return Deciding.accepted(new Registered(
                register.institution(),
                register.from(),
                register.content(),
                receipt(
                        rulebook,
                        institution,
                        rulebook.registration().commitment(),
                        rulebook.registration().standing())));
    }

    /** After a termination only a commitment dated after its first day counts (TJ-36). */
    private static boolean committed(Person person, Register register, List<RecordedMeasure> terminations) {
        return person.commitments().stream()
                .filter(it -> it.institution().equals(register.institution()))
                .map(Commitment::date)
                .filter(date -> !date.isAfter(register.from()))
                .anyMatch(date -> terminations.stream()
                        .allMatch(it -> date.isAfter(it.terms().from())));
    }

    static Decision<PersonEvent> amend(Person person, Amend amend, Facts facts) {
        return Deciding.governed(amend.institution(), amend.date(), facts, (institution, rulebook) -> {
            Roles roles = rulebook.roles(institution.kind());
            if (!roles.roles().contains(amend.content().role())) {
                return Refusals.noSuchRole(roles.provision(), amend.content().role());
            }
            Cited content = rulebook.registration().content();
            if (person.registrationAt(amend.institution(), amend.date()).isEmpty()) {
                return Refusals.notRegistered(content.provision(), amend.institution(), amend.date());
            }
            return Deciding.accepted(new RegistrationAmended(
                    amend.institution(), amend.date(), amend.content(), receipt(rulebook, institution, content)));
        });
    }

    /** Ends the registration held on the day before: the departure day is the first without it. */
    static Decision<PersonEvent> depart(Person person, Depart depart, Facts facts) {
        return Deciding.governed(depart.institution(), depart.date(), facts, (institution, rulebook) -> {
            Cited departure = rulebook.registration().departure();
            LocalDate last = depart.date().minusDays(1);
            Optional<Registration> held = person.registrationAt(depart.institution(), last);
            if (held.isEmpty()) {
                return Refusals.notRegistered(departure.provision(), depart.institution(), last);
            }
            LocalDate departed = held.get().departed();
            if (departed != null) {
                return Refusals.departedAlready(departure.provision(), depart.institution(), departed);
            }
            return Deciding.accepted(new Departed(
                    depart.institution(), depart.date(), depart.reason(), receipt(rulebook, institution, departure)));
        });
    }

    /** Confirms a status at an institution where the person was registered at some time before. */
    static Decision<PersonEvent> maintainStatus(Person person, MaintainStatus maintain, Facts facts) {
        return Deciding.governed(maintain.institution(), maintain.date(), facts, (institution, rulebook) -> {
            Cited standing = rulebook.registration().standing();
            boolean known = person.registrations().stream()
                    .anyMatch(it -> it.institution().equals(maintain.institution())
                            && !it.from().isAfter(maintain.date()));
            if (!known) {
                return Refusals.notRegistered(standing.provision(), maintain.institution(), maintain.date());
            }
            return Deciding.accepted(new StatusMaintained(
                    maintain.institution(),
                    maintain.date(),
                    maintain.status(),
                    receipt(rulebook, institution, standing)));
        });
    }

    /**
     * Records a report made through an institution, or by the person, for whom the last registration decides the law.
     */
    static Decision<PersonEvent> reportLicence(Person person, ReportLicence report, Facts facts) {
        if (report.reported().isBefore(report.effective())) {
            return Refusals.datesReversed("reported", report.effective());
        }
        String through = report.institution() != null
                ? report.institution()
                : person.registrations().isEmpty()
                        ? null
                        : person.registrations().getLast().institution();
        if (through == null) {
            return Refusals.unknownInstitution();
        }
        return Deciding.governed(
                through,
                report.reported(),
                facts,
                (institution, rulebook) -> Deciding.accepted(new LicenceReported(
                        report.reportedBy(),
                        report.institution(),
                        report.change(),
                        report.effective(),
                        report.reported(),
                        receipt(rulebook, institution, rulebook.registration().standing()))));
    }

    private static Receipt receipt(Rulebook rulebook, Institution institution, Cited... rules) {
        List<Provision> provisions =
                List.of(rules).stream().map(Cited::provision).toList();
        return Deciding.receipt(rulebook, provisions, Deciding.seen(institution));
    }
}
