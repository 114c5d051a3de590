package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.calendar.WorkingDay;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.rulebook.Deadline;
import org.payqual.domain.rulebook.Deadline.Anchor;
import org.payqual.domain.rulebook.Deadline.Due;
import org.payqual.domain.rulebook.Duty;
import org.payqual.domain.rulebook.Rulebook;

/**
 * What is due about a person on a day, as far as it has a date: notices to be told, appeals that may be filed, reviews,
 * restorations, trainings, new commitments (TJ-14, 34.1, 34.2, 36; CY-9, 10, 13, 14). Done things are no longer due;
 * what is past its date and undone still is.
 */
public final class DueDates {

    /** The duties about a person that have a date and are told here. */
    public static final Set<Duty> DUTIES =
            Set.of(Duty.NOTICE, Duty.APPEAL, Duty.RESTORATION, Duty.TRAINING, Duty.PRE_REVIEW, Duty.COMMITMENT);

    private final Person person;
    private final LocalDate day;
    private final Jurisdiction law;
    private final List<DueDate> due = new ArrayList<>();

    private DueDates(Person person, LocalDate day, Jurisdiction law) {
        this.person = person;
        this.day = day;
        this.law = law;
    }

    /**
     * Returns what is due, by date.
     *
     * @param person as recorded so far
     * @param day on which it is asked; what began later is not due yet
     * @param law of the institutions concerned, whose procedure governs on that day
     */
    public static List<DueDate> of(Person person, LocalDate day, Jurisdiction law) {
        DueDates all = new DueDates(person, day, law);
        all.notices();
        all.measures();
        all.restorations();
        all.commitments();
        all.due.sort(Comparator.comparing(DueDate::dueOn).thenComparing(DueDate::duty));
        return List.copyOf(all.due);
    }

    /** Scored as the handling is made (TJ-24), a notice is to be told from that day on. */
    private void notices() {
        for (Notice notice : person.notices().values()) {
            if (!notice.inForce() || notice.date().isAfter(day)) {
                continue;
            }
            for (Party party : Party.values()) {
                Optional<Service> service = person.services().stream()
                        .filter(it -> it.notice().equals(notice.id()) && it.to() == party)
                        .findFirst();
                if (service.isEmpty()) {
                    deadline(notice.institution(), Duty.NOTICE)
                            .ifPresent(it -> add(it, notice.id(), party, notice.date(), Anchor.NOTICE));
                } else {
                    appeal(notice, party, service.get());
                }
            }
        }
    }

    private void appeal(Notice notice, Party party, Service service) {
        boolean appealed = person.redress().appeals().values().stream()
                .anyMatch(it -> it.notice().equals(notice.id()) && it.by() == party);
        if (appealed) {
            return;
        }
        deadline(notice.institution(), Duty.APPEAL).ifPresent(it -> {
            LocalDate stated = service.appealBy();
            if (it.due() instanceof Due.Stated && stated != null) {
                due.add(new DueDate(Duty.APPEAL, notice.id(), party, null, stated, false, it.provision()));
            } else {
                add(it, notice.id(), party, service.received(), Anchor.RECEIPT);
            }
        });
    }

    private void measures() {
        for (RecordedMeasure measure : person.measures().values()) {
            String id = measure.terms().notice();
            LocalDate end = measure.terms().until();
            boolean open = measure.runsOn(day) || person.awaitsRestoration(measure, day);
            if (!open
                    || measure.terms().endRestores()
                    || person.liftedFrom(measure).isPresent()) {
                continue;
            }
            String institution = person.notice(id).institution();
            deadline(institution, Duty.RESTORATION).ifPresent(it -> {
                if (it.due() instanceof Due.Before before) {
                    WorkingDay first = law.workingDays().subtract(end, before.days());
                    due.add(new DueDate(
                            Duty.RESTORATION, id, null, first.date(), end, first.estimated(), it.provision()));
                }
            });
            boolean trained = person.redress().trainings().stream().anyMatch(measure::runsOn);
            if (!measure.terminates() && !trained) {
                deadline(institution, Duty.TRAINING)
                        .ifPresent(it -> due.add(new DueDate(
                                Duty.TRAINING, id, null, measure.terms().from(), end, false, it.provision())));
            }
        }
    }

    private void restorations() {
        for (Restoration it : person.redress().restorations().values()) {
            String institution = Restoring.through(person, it.institution(), it.requested());
            if (it.pending()
                    && it.reviewed() == null
                    && institution != null
                    && !it.requested().isAfter(day)) {
                deadline(institution, Duty.PRE_REVIEW)
                        .ifPresent(review -> add(review, it.id(), null, it.requested(), Anchor.REQUEST));
            }
        }
    }

    /** After a new agreement everybody registered commits anew (TJ-14). */
    private void commitments() {
        person.registrationsOn(day).map(Registration::institution).distinct().forEach(place -> {
            Optional<LocalDate> signed =
                    law.institution(place).map(Institution::agreementSigned).filter(it -> !it.isAfter(day));
            if (signed.isPresent() && !committedSince(place, signed.get())) {
                deadline(place, Duty.COMMITMENT).ifPresent(it -> add(it, place, null, signed.get(), Anchor.AGREEMENT));
            }
        });
    }

    private boolean committedSince(String institution, LocalDate signed) {
        return person.commitments().stream()
                .anyMatch(
                        it -> it.institution().equals(institution) && !it.date().isBefore(signed));
    }

    private Optional<Deadline> deadline(String institution, Duty duty) {
        return law.institution(institution)
                .flatMap(it -> law.governing(it.region(), day))
                .map(Rulebook::deadlines)
                .map(it -> it.get(duty));
    }

    private void add(Deadline deadline, String about, @Nullable Party party, LocalDate since, Anchor anchor) {
        if (deadline.due() instanceof Due.Within within && within.of() == anchor) {
            WorkingDay last = law.workingDays().add(since, within.days());
            due.add(new DueDate(
                    deadline.duty(), about, party, null, last.date(), last.estimated(), deadline.provision()));
        }
    }
}
