package org.payqual.domain.ledger;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.payqual.domain.Events;
import org.payqual.domain.handling.HandlingEvent;
import org.payqual.domain.identity.IdentityField;
import org.payqual.domain.inspection.InspectionEvent;
import org.payqual.domain.institution.InstitutionEvent;
import org.payqual.domain.person.AppealEvent;
import org.payqual.domain.person.AppealGround;
import org.payqual.domain.person.AppealOutcome;
import org.payqual.domain.person.DepartureReason;
import org.payqual.domain.person.Finding;
import org.payqual.domain.person.LicenceChange;
import org.payqual.domain.person.MeasureBasis;
import org.payqual.domain.person.MeasureCause;
import org.payqual.domain.person.Party;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.PersonEvent.Measure;
import org.payqual.domain.person.RecordEvent;
import org.payqual.domain.person.RegistrationContent;
import org.payqual.domain.person.RepairEvent;
import org.payqual.domain.person.RepairEvidence;
import org.payqual.domain.person.RestorationEvent;
import org.payqual.domain.person.RevocationCause;
import org.payqual.domain.person.Talker;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.HandlingManner;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.InstitutionRatio.RatioEffect;
import org.payqual.domain.rulebook.MeasureKind;
import org.payqual.domain.rulebook.Repair.Path;
import org.payqual.domain.rulebook.Responsibility;
import org.payqual.domain.rulebook.StandingKind;

/**
 * One event of each kind, and a second one where components may be absent. Their stored form is frozen in the corpus.
 */
final class SampleEvents {

    static final Receipt RECEIPT = new Receipt(
            "tianjin-2025",
            day("2025-01-01"),
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            List.of(new Provision("TJ-27.1"), new Provision("TJ-30")),
            List.of(
                    new FactSeen(StreamType.HANDLING, "C1", 0),
                    new FactSeen(StreamType.INSTITUTION, "H12010100001", 3)));

    private static final Receipt BARE = new Receipt(
            "chaoyang-2025",
            day("2025-04-01"),
            "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
            List.of(),
            List.of());

    private static final String DIGEST = "d7a8fbb307d7809469ca9abcb0082e4f8d5651e46d3cdb762d02d0bf37c9e592";
    private static final String HOSPITAL = "H12010100001";

    private SampleEvents() {}

    /**
     * A sample with the file that freezes it.
     *
     * @param file its name in the corpus
     * @param salt its salt
     * @param event itself
     */
    record Sample(String file, Salt salt, Event event) {}

    /** Returns all samples; each has a salt of its own that follows from its file's name. */
    static List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        for (Event event : events()) {
            EventName<?> name = Events.codec().nameOf(event.getClass());
            String stem = name.name() + ".v" + name.version();
            long before = samples.stream()
                    .filter(it -> it.event().getClass() == event.getClass())
                    .count();
            String file = stem + (before == 0 ? "" : "-" + (before + 1)) + ".json";
            samples.add(new Sample(file, salt(file), event));
        }
        return samples;
    }

    private static List<Event> events() {
        return List.of(
                new LedgerOpened("3f2504e0-4f89-41d3-9a0c-0305e82c3301", 0, true),
                new LawEvent.RulebookAdopted("tianjin-2025", DIGEST, day("2025-01-01"), bytes("id: tianjin-2025\n津\n")),
                new LawEvent.CalendarAdopted("cn-2025", 2025, DIGEST, new byte[] {0, (byte) 0xff, (byte) 0xfe}),
                new InstitutionEvent.Designated(InstitutionKind.HOSPITAL, true, "120101", day("2025-01-02"), "CHAIN-7"),
                new InstitutionEvent.Designated(InstitutionKind.PHARMACY, false, "120102", day("2024-12-30"), null),
                new InstitutionEvent.AgreementRenewed(day("2026-01-05")),
                new InstitutionEvent.RatioReached(
                        2025, RatioEffect.SETTLEMENT, false, day("2025-04-01"), 5, 1, 4711, RECEIPT),
                new InstitutionEvent.EntryCorrected(
                        0,
                        day("2025-07-03"),
                        new InstitutionEvent.Designated(
                                InstitutionKind.HOSPITAL, true, "120102", day("2025-01-02"), null),
                        DIGEST),
                new InstitutionEvent.EntryCorrected(1, day("2025-07-03"), null, DIGEST),
                new InspectionEvent.Opened(HOSPITAL, day("2025-02-17")),
                new InspectionEvent.EntryCorrected(
                        0, day("2025-07-03"), new InspectionEvent.Opened(HOSPITAL, day("2025-02-18")), DIGEST),
                new HandlingEvent.Decided(
                        "I1",
                        HOSPITAL,
                        HandlingKind.ADMINISTRATIVE_PENALTY,
                        day("2025-03-03"),
                        List.of(38, 40),
                        List.of(),
                        "BUREAU-120101"),
                new HandlingEvent.Decided(
                        "I1",
                        HOSPITAL,
                        HandlingKind.AGREEMENT_HANDLING,
                        day("2025-03-03"),
                        List.of(),
                        List.of(HandlingManner.LIQUIDATED_DAMAGES),
                        null),
                new HandlingEvent.Overturned(day("2025-09-01"), DIGEST),
                new HandlingEvent.Overturned(day("2025-09-02"), null),
                new HandlingEvent.EntryCorrected(1, day("2025-09-03"), DIGEST),
                new PersonEvent.Identified("RESIDENT_ID"),
                new RecordEvent.EntryCorrected(17, 3, day("2025-07-03"), List.of("N1"), List.of("N2"), DIGEST),
                new RecordEvent.EntryCorrected(4, 0, day("2025-07-04"), List.of(), List.of(), DIGEST),
                new RecordEvent.IdentityCorrected(
                        2, List.of(IdentityField.NAME, IdentityField.DOCUMENT_NUMBER), day("2025-07-04"), DIGEST),
                new RecordEvent.IdentityErased(day("2025-12-31")),
                new RecordEvent.Merged("8e1d3a64-5b0f-4c6e-9a57-2f0b7c6d1e34", day("2025-09-01"), DIGEST),
                new RecordEvent.TakenOver("0b6f1c52-7d3e-4f8a-b1c9-64d2e8a0f537", 12, day("2025-09-01")),
                new PersonEvent.Committed(HOSPITAL, day("2025-01-06"), RECEIPT),
                new PersonEvent.Registered(
                        HOSPITAL,
                        day("2025-01-07"),
                        new RegistrationContent("MEDICAL", true, "D120101000001", "120101", "01", "02", "0203", "013"),
                        RECEIPT),
                new PersonEvent.Registered(
                        HOSPITAL, day("2025-01-07"), RegistrationContent.of("PHARMACY_OTHER", false), BARE),
                new PersonEvent.RegistrationAmended(
                        HOSPITAL,
                        day("2025-02-01"),
                        new RegistrationContent("MEDICAL", false, null, "120101", null, null, null, "012"),
                        RECEIPT),
                new PersonEvent.Departed(HOSPITAL, day("2025-12-31"), DepartureReason.RETIRED, RECEIPT),
                new PersonEvent.StatusMaintained(HOSPITAL, day("2025-06-11"), StandingKind.SUSPENDED, RECEIPT),
                new PersonEvent.LicenceReported(
                        Party.INSTITUTION,
                        HOSPITAL,
                        LicenceChange.PRACTICE_SUSPENDED,
                        day("2025-05-01"),
                        day("2025-05-06"),
                        RECEIPT),
                new PersonEvent.LicenceReported(
                        Party.PERSON,
                        null,
                        LicenceChange.LICENCE_REVOKED,
                        day("2025-05-01"),
                        day("2025-05-06"),
                        RECEIPT),
                scored(),
                new PersonEvent.Scored(
                        "N2",
                        "I2",
                        HOSPITAL,
                        "C2",
                        HandlingKind.AGREEMENT_HANDLING,
                        day("2025-06-10"),
                        day("2025-06-12"),
                        day("2025-06-10"),
                        2,
                        DIGEST,
                        List.of(new Finding(
                                "V2",
                                "TJ-26.1",
                                Responsibility.GENERAL,
                                1,
                                null,
                                day("2025-05-05"),
                                null,
                                null,
                                null,
                                null,
                                null)),
                        true,
                        Determiner.AGENCY,
                        12,
                        BARE),
                new PersonEvent.NoticeServed("N1", Party.PERSON, day("2025-03-05"), day("2025-03-12"), RECEIPT),
                new PersonEvent.NoticeServed("N1", Party.INSTITUTION, day("2025-03-04"), null, RECEIPT),
                new PersonEvent.Reminded("N1", Talker.INSTITUTION, day("2025-03-07"), RECEIPT),
                new PersonEvent.Interviewed("N1", day("2025-03-10"), RECEIPT),
                new PersonEvent.KeySupervisionStarted(
                        "N1", day("2025-03-03"), day("2026-01-01"), 6, true, true, new Provision("TJ-31.1"), RECEIPT),
                new PersonEvent.Suspended(suspension("P2M", MeasureBasis.ONE_NOTICE), RECEIPT),
                new PersonEvent.SuspensionChanged(
                        suspension("P1M", MeasureBasis.ADDED_UP), MeasureCause.NOTICE_CHANGED, "N1", RECEIPT),
                new PersonEvent.SuspensionRevoked("N2", MeasureCause.NOTICE_CHANGED, "N1", RECEIPT),
                new PersonEvent.Terminated(termination("P3Y"), RECEIPT),
                new PersonEvent.TerminationChanged(termination("P1Y"), MeasureCause.REPAIRED, "R1", RECEIPT),
                new PersonEvent.TerminationRevoked("N3", MeasureCause.NOTICE_CHANGED, "N1", RECEIPT),
                new PersonEvent.ScoreRevoked(
                        "N1",
                        day("2025-09-01"),
                        RevocationCause.HANDLING_OVERTURNED,
                        "C1",
                        List.of("N1", "N2"),
                        RECEIPT),
                new PersonEvent.ScoreRevoked("N2", day("2025-09-02"), RevocationCause.APPEAL, "A1", List.of(), BARE),
                new PersonEvent.ScoreAdjusted(
                        "N2",
                        day("2025-07-01"),
                        "A2",
                        List.of(new Finding(
                                "V2",
                                "TJ-26.1",
                                Responsibility.GENERAL,
                                1,
                                null,
                                day("2025-05-05"),
                                null,
                                null,
                                null,
                                null,
                                null)),
                        List.of("N2"),
                        RECEIPT),
                new PersonEvent.Trained(day("2025-06-20"), HOSPITAL, RECEIPT),
                new PersonEvent.Trained(day("2025-06-21"), null, RECEIPT),
                new AppealEvent.Filed(
                        "A1",
                        "N2",
                        Party.PERSON,
                        day("2025-06-16"),
                        AppealGround.WRONG_DEGREE,
                        true,
                        true,
                        DIGEST,
                        Determiner.AGENCY,
                        null,
                        RECEIPT),
                new AppealEvent.Filed(
                        "A2",
                        "N2",
                        Party.INSTITUTION,
                        day("2025-06-17"),
                        AppealGround.FACTS,
                        true,
                        true,
                        null,
                        Determiner.DEPARTMENT,
                        "BUREAU-120101",
                        BARE),
                new AppealEvent.Explained("A1", day("2025-06-18"), DIGEST, RECEIPT),
                new AppealEvent.Explained("A1", day("2025-06-18"), null, RECEIPT),
                new AppealEvent.Escalated("A1", day("2025-06-19"), Determiner.DEPARTMENT, "BUREAU-120101", RECEIPT),
                new AppealEvent.Escalated("A2", day("2025-06-19"), Determiner.DEPARTMENT, null, RECEIPT),
                new AppealEvent.ExpertReviewed("A1", day("2025-06-20"), DIGEST, RECEIPT),
                new AppealEvent.ExpertReviewed("A1", day("2025-06-20"), null, RECEIPT),
                new AppealEvent.Decided(
                        "A1",
                        day("2025-06-25"),
                        AppealOutcome.REVOKED,
                        Determiner.DEPARTMENT,
                        AppealGround.WRONG_PERSON,
                        DIGEST,
                        RECEIPT),
                new AppealEvent.Decided(
                        "A2", day("2025-06-25"), AppealOutcome.REVOKED, Determiner.AGENCY, null, null, RECEIPT),
                new AppealEvent.Withdrawn("A2", day("2025-06-24"), RECEIPT),
                new RepairEvent.Requested(
                        "R1",
                        day("2025-06-20"),
                        HOSPITAL,
                        Path.TRAINING_EXAM,
                        2,
                        new RepairEvidence(16, 92, null),
                        RECEIPT),
                new RepairEvent.Requested(
                        "R2",
                        day("2025-06-20"),
                        HOSPITAL,
                        Path.ACTIVITY,
                        1,
                        new RepairEvidence(null, null, "ACT-7"),
                        RECEIPT),
                new RepairEvent.Granted(
                        "R1", day("2025-07-01"), 2, 8, List.of(new RepairEvent.Shortening("N2", 1)), RECEIPT),
                new RepairEvent.Refused("R2", day("2025-07-02"), DIGEST, RECEIPT),
                new RepairEvent.Refused("R2", day("2025-07-02"), null, RECEIPT),
                new RestorationEvent.Requested("W1", day("2025-07-01"), HOSPITAL, RECEIPT),
                new RestorationEvent.Requested("W1", day("2025-07-01"), null, BARE),
                new RestorationEvent.PreReviewed("W1", day("2025-07-03"), true, null, RECEIPT),
                new RestorationEvent.PreReviewed("W1", day("2025-07-03"), false, DIGEST, RECEIPT),
                new RestorationEvent.Granted("W1", day("2025-07-08"), List.of("N2"), RECEIPT),
                new RestorationEvent.Refused("W1", day("2025-07-08"), DIGEST, RECEIPT),
                new RestorationEvent.Refused("W1", day("2025-07-08"), null, RECEIPT));
    }

    private static PersonEvent.Scored scored() {
        return new PersonEvent.Scored(
                "N1",
                "I1",
                HOSPITAL,
                "C1",
                HandlingKind.ADMINISTRATIVE_PENALTY,
                day("2025-03-03"),
                day("2025-03-04"),
                day("2025-03-10"),
                null,
                null,
                List.of(
                        new Finding(
                                "V1",
                                "TJ-27.1",
                                Responsibility.PRIMARY,
                                6,
                                day("2024-11-01"),
                                day("2024-12-20"),
                                38,
                                "SA-2025-4.2",
                                DIGEST,
                                null,
                                "EW-12.1"),
                        new Finding(
                                "V3",
                                "TJ-27.1",
                                Responsibility.IMPORTANT,
                                5,
                                null,
                                day("2024-12-21"),
                                39,
                                null,
                                null,
                                20_000L,
                                null)),
                true,
                Determiner.DEPARTMENT,
                null,
                RECEIPT);
    }

    private static Measure suspension(String term, MeasureBasis basis) {
        return new Measure(
                "N2",
                MeasureKind.SUSPENSION,
                day("2025-06-10"),
                day("2025-06-10").plus(Period.parse(term)),
                term,
                basis,
                9,
                basis == MeasureBasis.ONE_NOTICE ? 9 : 3,
                9,
                false,
                new Provision("TJ-31.2.1"));
    }

    private static Measure termination(String term) {
        return new Measure(
                "N3",
                MeasureKind.TERMINATION,
                day("2025-10-10"),
                day("2025-10-10").plus(Period.parse(term)),
                term,
                MeasureBasis.ONE_NOTICE,
                21,
                12,
                12,
                true,
                new Provision("TJ-31.3"));
    }

    private static Salt salt(String file) {
        return new Salt(UUID.nameUUIDFromBytes(bytes(file)).toString().replace("-", ""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
