package org.payqual.domain.naive;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.payqual.domain.person.KeySupervision;
import org.payqual.domain.person.Notice;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonEvent.Measure;
import org.payqual.domain.person.RecordedMeasure;

/**
 * Whatever was entered before, an appeal or an overturning makes no measure heavier and touches none that does not
 * depend on the notice that changed (TJ-34.4).
 */
class ChangesNeverWeighTest {

    private final Tally tally = new Tally();

    @Test
    void noMeasureGetsHeavierByAnAppealOrAnOverturning() {
        ManyLives.check(life -> fault(life, this::heavier));
        tally.assertEachAtLeast(ManyLives.LIVES / 10, "milder or gone", "as before");
    }

    @Test
    void whatDoesNotDependOnTheNoticeThatChangedStays() {
        ManyLives.check(life -> fault(life, this::touched));
        tally.assertEachAtLeast(ManyLives.LIVES / 10, "changed another", "independent");
    }

    /** What is wrong about a change of a notice; null if nothing is. */
    private interface Change {
        @Nullable
        String fault(Person before, Person after, Notice changed);
    }

    private static @Nullable String fault(List<Happening> life, Change change) {
        DomainLife domain = new DomainLife();
        for (Happening happening : life) {
            Person before = domain.person();
            boolean entered = domain.enter(happening).isEmpty();
            Notice changed = entered ? changed(before, domain.person()) : null;
            String fault = changed == null ? null : change.fault(before, domain.person(), changed);
            if (fault != null) {
                return Written.step(happening) + ": " + fault;
            }
        }
        return null;
    }

    /** The notice that fell or now finds something else. */
    private static @Nullable Notice changed(Person before, Person after) {
        return before.notices().values().stream()
                .filter(it -> it.inForce() != after.notices().get(it.id()).inForce()
                        || !it.findings().equals(after.notices().get(it.id()).findings()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String heavier(Person before, Person after, Notice changed) {
        for (RecordedMeasure now : after.measures().values()) {
            RecordedMeasure was = before.measures().get(now.terms().notice());
            if (was == null || heavier(now.terms(), was.terms())) {
                return now.terms() + " was " + was;
            }
        }
        if (!before.supervisions().containsAll(after.supervisions())) {
            return "key supervision begins: " + after.supervisions();
        }
        tally.count(after.measures().equals(before.measures()) ? "as before" : "milder or gone");
        return null;
    }

    private static boolean heavier(Measure now, Measure was) {
        return !now.from().equals(was.from())
                || now.kind().compareTo(was.kind()) > 0
                || (now.kind() == was.kind() && now.until().isAfter(was.until()));
    }

    private @Nullable String touched(Person before, Person after, Notice changed) {
        for (Map.Entry<String, RecordedMeasure> was : before.measures().entrySet()) {
            Notice notice = before.notices().get(was.getKey());
            RecordedMeasure now = after.measures().get(was.getKey());
            if (!depends(notice, changed, before)) {
                tally.count("independent");
                if (!was.getValue().equals(now)) {
                    return was.getValue() + " became " + now;
                }
            }
            tally.countIf(!notice.id().equals(changed.id()) && !was.getValue().equals(now), "changed another");
        }
        for (KeySupervision was : before.supervisions()) {
            if (!depends(before.notices().get(was.notice()), changed, before)
                    && !after.supervisions().contains(was)) {
                return "key supervision of " + was.notice() + " ended";
            }
        }
        return null;
    }

    /** A notice depends on itself and on those before it of its year, or of an inspection that has part in its year. */
    private static boolean depends(Notice notice, Notice changed, Person person) {
        boolean shares = person.notices().values().stream()
                .filter(it -> it.year() == notice.year())
                .anyMatch(it -> it.inspection().equals(changed.inspection()));
        return changed.recorded() <= notice.recorded() && (changed.year() == notice.year() || shares);
    }
}
