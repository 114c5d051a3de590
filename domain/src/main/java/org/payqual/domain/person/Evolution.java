package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.person.PersonEvent.Committed;
import org.payqual.domain.person.PersonEvent.Departed;
import org.payqual.domain.person.PersonEvent.Identified;
import org.payqual.domain.person.PersonEvent.Interviewed;
import org.payqual.domain.person.PersonEvent.KeySupervisionStarted;
import org.payqual.domain.person.PersonEvent.LicenceReported;
import org.payqual.domain.person.PersonEvent.Measure;
import org.payqual.domain.person.PersonEvent.MeasureRevoked;
import org.payqual.domain.person.PersonEvent.NoticeServed;
import org.payqual.domain.person.PersonEvent.Registered;
import org.payqual.domain.person.PersonEvent.RegistrationAmended;
import org.payqual.domain.person.PersonEvent.Reminded;
import org.payqual.domain.person.PersonEvent.ScoreAdjusted;
import org.payqual.domain.person.PersonEvent.ScoreRevoked;
import org.payqual.domain.person.PersonEvent.Scored;
import org.payqual.domain.person.PersonEvent.StatusMaintained;
import org.payqual.domain.person.PersonEvent.Suspended;
import org.payqual.domain.person.PersonEvent.SuspensionChanged;
import org.payqual.domain.person.PersonEvent.SuspensionRevoked;
import org.payqual.domain.person.PersonEvent.Terminated;
import org.payqual.domain.person.PersonEvent.TerminationChanged;
import org.payqual.domain.person.PersonEvent.TerminationRevoked;
import org.payqual.domain.person.PersonEvent.Trained;
import org.payqual.domain.person.RecordEvent.EntryCorrected;
import org.payqual.domain.person.RecordEvent.IdentityCorrected;
import org.payqual.domain.person.RecordEvent.IdentityErased;
import org.payqual.domain.person.RecordEvent.Merged;
import org.payqual.domain.person.RecordEvent.TakenOver;

/** The next state of a person while one event is folded; used once. */
final class Evolution {

    private final Person before;
    private final PersonEvent event;
    private final long version;
    private Dossier dossier;
    private List<Commitment> commitments;
    private List<Registration> registrations;
    private Map<String, Notice> notices;
    private List<Service> services;
    private Map<String, RecordedMeasure> measures;
    private List<KeySupervision> supervisions;
    private Redress redress;

    Evolution(Person before, PersonEvent event) {
        this.before = before;
        this.event = event;
        this.version = before.version() + 1;
        this.dossier = before.dossier().after(event);
        this.commitments = before.commitments();
        this.registrations = before.registrations();
        this.notices = before.notices();
        this.services = before.services();
        this.measures = before.measures();
        this.supervisions = before.supervisions();
        this.redress = before.redress();
    }

    /**
     * Returns the person after the event.
     *
     * @throws MalformedHistory if the event cannot follow what was recorded
     */
    Person after() {
        if (before.identified() == event instanceof Identified) {
            throw new MalformedHistory("a person's stream opens with the identification and has one only");
        }
        if (before.dossier().mergedInto() != null) {
            throw new MalformedHistory("nothing follows the merger into another record");
        }
        fold();
        return new Person(
                version, dossier, commitments, registrations, notices, services, measures, supervisions, redress);
    }

    private void fold() {
        switch (event) {
            case Committed it -> commitments = plus(commitments, new Commitment(it.institution(), it.date()));
            case Registered it -> registrations = plus(registrations, registration(it));
            case RegistrationAmended it ->
                replace(it.institution(), it.date(), held -> held.amended(it.date(), it.content()));
            case Departed it -> replace(it.institution(), it.date().minusDays(1), held -> held.departedOn(it.date()));
            case Scored it -> score(it);
            case NoticeServed it ->
                services = plus(services, new Service(it.notice(), it.to(), it.received(), it.appealBy()));
            case KeySupervisionStarted it ->
                supervisions =
                        plus(supervisions, new KeySupervision(it.notice(), it.from(), it.until(), it.provision()));
            case Suspended it -> begin(it.measure());
            case Terminated it -> begin(it.measure());
            case SuspensionChanged it -> change(it.measure());
            case TerminationChanged it -> change(it.measure());
            case SuspensionRevoked it -> revoke(it);
            case TerminationRevoked it -> revoke(it);
            case ScoreAdjusted it -> {
                notice(inForce(it.notice()).adjusted(it.findings(), version));
                endSupervisions(it.endsKeySupervisionOf());
            }
            case ScoreRevoked it -> {
                revoke(it);
                endSupervisions(it.endsKeySupervisionOf());
                redress = redress.noticeFell(it.notice(), it.date());
            }
            case Trained it -> redress = redress.trainedOn(it.date());
            case AppealEvent it -> redress = redress.after(it, version);
            case RepairEvent it -> redress = redress.after(it, version);
            case RestorationEvent it -> redress = redress.after(it);
            // What only tells that something was done changes nothing about where the person stands.
            case Identified it -> {}
            case IdentityCorrected it -> {}
            case IdentityErased it -> {}
            case Merged it -> giveAway();
            case EntryCorrected it ->
                throw new IllegalStateException("corrections are folded over all that came before");
            case TakenOver it -> takeOver(it);
            case StatusMaintained it -> {}
            case LicenceReported it -> {}
            case Reminded it -> {}
            case Interviewed it -> {}
        }
    }

    /** A closed record holds nothing any more: all of it counts in the other, so that nothing counts twice. */
    private void giveAway() {
        commitments = List.of();
        registrations = List.of();
        notices = Map.of();
        services = List.of();
        measures = Map.of();
        supervisions = List.of();
        redress = Redress.NONE;
    }

    private void takeOver(TakenOver it) {
        dossier = dossier.taking(it.events() == 0 ? null : new Takeover(version + it.events(), Person.apart(version)));
    }

    /** What kept somebody from being registered when it was decided keeps a replay from following. */
    private Registration registration(Registered it) {
        boolean barred = before.terminationsBy(it.from()).stream()
                .anyMatch(measure -> measure.runsOn(it.from()) || before.awaitsRestoration(measure, it.from()));
        if (barred || before.overlapping(it.institution(), it.from()).isPresent()) {
            throw new MalformedHistory("no registration at " + it.institution() + " can begin on " + it.from());
        }
        return new Registration(
                it.institution(), it.from(), version, List.of(new Registration.Content(it.from(), it.content())), null);
    }

    private void replace(String institution, LocalDate date, UnaryOperator<Registration> change) {
        Registration held = before.registrationAt(institution, date)
                .orElseThrow(() -> new MalformedHistory("no registration at " + institution + " on " + date));
        registrations = registrations.stream()
                .map(it -> it.equals(held) ? change.apply(it) : it)
                .toList();
    }

    private void score(Scored it) {
        if (before.noticeEntered(it.notice()).isPresent()) {
            throw new MalformedHistory("notice " + it.notice() + " scored the person before");
        }
        notice(new Notice(
                it.notice(),
                version,
                it.inspection(),
                it.institution(),
                it.handling(),
                it.handlingKind(),
                it.handlingDate(),
                it.starts(),
                it.months(),
                it.findings(),
                it.determinedBy(),
                it.yearCap(),
                it.receipt().rulebook(),
                before.dossier().begins(),
                List.of(),
                true,
                false));
    }

    /** Whatever fell may still have been entered wrongly; then it counts as never entered, and was never served. */
    private void revoke(ScoreRevoked it) {
        if (it.cause() != RevocationCause.ENTRY_CORRECTED) {
            notice(inForce(it.notice()).revoked(version));
            return;
        }
        notice(before.noticeEntered(it.notice())
                .orElseThrow(() -> new MalformedHistory("notice " + it.notice() + " is not entered"))
                .corrected(version));
        services = services.stream()
                .filter(service -> !service.notice().equals(it.notice()))
                .toList();
    }

    private void notice(Notice notice) {
        Map<String, Notice> changed = new LinkedHashMap<>(notices);
        if (notice.recorded() == version) {
            changed.remove(notice.id()); // entered anew, it comes last
        }
        changed.put(notice.id(), notice);
        notices = changed;
    }

    private Notice inForce(String id) {
        Notice notice = notices.get(id);
        if (notice == null || !notice.inForce()) {
            throw new MalformedHistory("notice " + id + " is not in force");
        }
        return notice;
    }

    private void begin(Measure terms) {
        if (measures.containsKey(terms.notice()) || !notices.containsKey(terms.notice())) {
            throw new MalformedHistory("no measure can begin for notice " + terms.notice());
        }
        measure(new RecordedMeasure(terms, version));
    }

    private void change(Measure terms) {
        measure(new RecordedMeasure(terms, held(terms.notice()).recorded()));
    }

    private void measure(RecordedMeasure measure) {
        Map<String, RecordedMeasure> changed = new LinkedHashMap<>(measures);
        changed.put(measure.terms().notice(), measure);
        measures = changed;
    }

    private void revoke(MeasureRevoked revoked) {
        Map<String, RecordedMeasure> left = new LinkedHashMap<>(measures);
        left.remove(held(revoked.notice()).terms().notice());
        measures = left;
    }

    private RecordedMeasure held(String notice) {
        RecordedMeasure held = measures.get(notice);
        if (held == null) {
            throw new MalformedHistory("no measure of notice " + notice + " is in force");
        }
        return held;
    }

    private void endSupervisions(List<String> ended) {
        supervisions =
                supervisions.stream().filter(it -> !ended.contains(it.notice())).toList();
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
