package org.payqual.ops.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.payqual.domain.person.AppealEvent;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.RecordEvent;
import org.payqual.domain.person.RepairEvent;
import org.payqual.domain.person.RestorationEvent;

/** The random lives on which rows are tried hold everything that rows follow from. */
class LivesTest {

    private static final int PEOPLE = 300;
    private static final int COMMANDS = 40;

    @Test
    void everythingHappensInThem() {
        Set<Class<?>> happened = new HashSet<>();
        Random random = new Random(1);
        for (int i = 0; i < PEOPLE; i++) {
            Lives life = new Lives(random);
            for (int command = 0; command < COMMANDS; command++) {
                life.next().forEach(it -> happened.add(it.getClass()));
            }
        }
        assertThat(happened)
                .contains(
                        PersonEvent.Registered.class,
                        PersonEvent.RegistrationAmended.class,
                        PersonEvent.Departed.class,
                        PersonEvent.Scored.class,
                        PersonEvent.KeySupervisionStarted.class,
                        PersonEvent.Suspended.class,
                        PersonEvent.SuspensionChanged.class,
                        PersonEvent.SuspensionRevoked.class,
                        PersonEvent.Terminated.class,
                        PersonEvent.TerminationChanged.class,
                        PersonEvent.TerminationRevoked.class,
                        PersonEvent.ScoreAdjusted.class,
                        PersonEvent.ScoreRevoked.class,
                        PersonEvent.Trained.class,
                        AppealEvent.Filed.class,
                        AppealEvent.Explained.class,
                        AppealEvent.Escalated.class,
                        AppealEvent.ExpertReviewed.class,
                        AppealEvent.Decided.class,
                        AppealEvent.Withdrawn.class,
                        RepairEvent.Requested.class,
                        RepairEvent.Granted.class,
                        RepairEvent.Refused.class,
                        RestorationEvent.Requested.class,
                        RestorationEvent.Granted.class,
                        RestorationEvent.Refused.class,
                        RecordEvent.EntryCorrected.class);
    }
}
