package org.payqual.domain.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The domain and the naive model say the same of random lives: what is refused and on which provision, and after every
 * step where the person stands on every day on which that turns.
 */
class WholeLifeTest {

    private static final Path MODEL = Path.of("src/test/java/org/payqual/domain/naive");

    /** Happens at least once in a hundred lives. */
    private static final String OFTEN = """
            entered Appealed
            entered Decided ADJUSTED
            entered Decided REVOKED
            entered Decided UPHELD
            entered Departed
            entered Escalated
            entered Explained
            entered Overturned
            entered RepairAsked ACTIVITY
            entered RepairAsked TRAINING_EXAM
            entered RepairGranted
            entered RepairRefused
            entered RestorationAsked
            entered RestorationDecided false
            entered RestorationDecided true
            entered Reviewed
            entered Withdrawn
            key supervision ends with another notice
            key supervision ends with its own notice
            lifted measure falls
            lifted measure is eased
            measure TJ-31.2.1 1
            measure TJ-31.2.1 2
            measure TJ-31.2.2 3
            measure TJ-31.2.2 4
            measure TJ-31.2.3 5
            measure TJ-31.2.3 6
            measure TJ-31.3 12
            measure TJ-31.3 36
            measure falls with another notice
            measure falls with its own notice
            measure is eased with another notice
            measure is eased with its own notice
            measure is shortened
            refused - decided though not open
            refused - repair granted though not pending
            refused - restoration asked twice
            refused - restoration decided though not open
            refused - step of an appeal out of order
            refused TJ-18 no commitment
            refused TJ-19 registered there
            refused TJ-20 departed unregistered
            refused TJ-25 adds nothing
            refused TJ-25 found twice
            refused TJ-26.1 circumstance does not fit
            refused TJ-26.2 circumstance does not fit
            refused TJ-27.1 circumstance does not fit
            refused TJ-28.2 no precedent
            refused TJ-28.2 repeat not found
            refused TJ-29.1 circumstance does not fit
            refused TJ-31.3 registration while terminated
            refused TJ-34.2 against a fallen notice
            refused TJ-34.2 late
            refused TJ-34.2 second of the party
            refused TJ-34.2 unsealed
            refused TJ-34.2 unsigned
            refused TJ-34.3 by another than handles the appeal
            refused TJ-34.3 escalated unexplained
            refused TJ-34.4 adjusted to more points
            refused TJ-34.4 fell before
            refused TJ-35 repair asked after twelve
            refused TJ-35 repair asked of nothing
            refused TJ-35 repair granted after twelve
            refused TJ-35 repair granted of nothing
            refused TJ-35.1 repair asked without a place: TRAINING_EXAM
            refused TJ-35.1 repair of so many points
            refused TJ-35.2 repair of so many points
            refused TJ-36 registration without restoration
            refused TJ-36 restoration asked elsewhere
            refused TJ-36 restoration asked in normal standing
            refused TJ-36 restoration asked of what is granted
            refused TJ-36 restoration not approved
            refused TJ-37 repair asked elsewhere
            refused TJ-37 repair not approved
            restoration effective at once
            restoration effective at the end of the term
            shortened measure falls
            termination becomes suspension
            """;

    /** Happens at least once in a thousand lives. */
    private static final String SELDOM = """
            appeal period reopens
            measure ends with the repair
            measure is eased within its tier
            refused - escalated though not open
            refused - explained though not open
            refused - explained twice
            refused - repair refused though not pending
            refused - reviewed though not open
            refused - withdrawn though not open
            refused TJ-18 no commitment after the termination
            refused TJ-20 departed before
            refused TJ-34.3 escalated twice
            refused TJ-34.4 adjusted to more points for a violation
            refused TJ-35.1 repair granted without a place
            refused TJ-35.2 repair asked without a place: ACTIVITY
            refused TJ-35.2 repair granted without a place
            refused TJ-36 restoration of nothing
            shortened measure is eased
            """;

    @Test
    void domainAgreesWithTheNaiveModel() {
        Tally tally = new Tally();
        ManyLives.check(life -> Agreement.difference(life, tally));
        tally.assertEachAtLeast(ManyLives.LIVES / 100, OFTEN.split("\n"));
        tally.assertEachAtLeast(Math.max(1, ManyLives.LIVES / 1000), SELDOM.split("\n"));
    }

    @Test
    void naiveModelUsesNothingOfTheDomain() throws IOException {
        try (Stream<Path> files = Files.list(MODEL)) {
            List<Path> model = files.filter(
                            it -> it.getFileName().toString().matches("(Naive|Happening).*(?<!Test).java"))
                    .toList();
            assertThat(model).hasSizeGreaterThan(9);
            for (Path file : model) {
                assertThat(Files.readString(file).replace("import org.payqual.domain.naive.", ""))
                        .doesNotContain("import org.payqual", "org.payqual.domain.person", "plusMonths", "Period");
            }
        }
    }
}
