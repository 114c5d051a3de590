package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.person.AppealOutcome;
import org.payqual.domain.person.Party;
import org.payqual.domain.person.Talker;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.Repair.Path;
import org.payqual.domain.rulebook.Responsibility;

/** What happens in a step. */
public sealed interface Act {

    /** Returns the key under which a file says it. */
    String word();

    /** The person's record turns out to be another one's too, of a person who takes part, and is merged into that. */
    record Merge(String into, @Nullable String reason) implements Act {
        @Override
        public String word() {
            return "merge";
        }
    }

    /** A service commitment is signed at an institution (TJ-14). */
    record Commit(String at) implements Act {
        @Override
        public String word() {
            return "commit";
        }
    }

    /** The person is registered at an institution (TJ-18). */
    record Register(String at, String role, boolean primary) implements Act {
        @Override
        public String word() {
            return "register";
        }
    }

    /** What the registration at an institution says is changed, and stays as it was where nothing is said (TJ-18). */
    record Amend(String at, @Nullable String role, @Nullable Boolean primary) implements Act {
        @Override
        public String word() {
            return "amend";
        }
    }

    /** The person leaves an institution (TJ-20). */
    record Depart(String at) implements Act {
        @Override
        public String word() {
            return "depart";
        }
    }

    /**
     * A notice scores the person (TJ-24 to 31); the step's date is that of the handling.
     *
     * @param notice its id
     * @param inspection from which the handling came
     * @param at against which institution
     * @param handling the kind of the handling
     * @param handlingId its id; null where the scenario does not care
     * @param starts from which day a measure runs, where the notice says so
     * @param months the term, where the rulebook leaves it to the agency
     * @param monthsReason the reason for the term
     * @param heard whether the institution was heard (TJ-30)
     * @param findings at least one
     */
    record Score(
            String notice,
            String inspection,
            String at,
            HandlingKind handling,
            @Nullable String handlingId,
            @Nullable LocalDate starts,
            @Nullable Integer months,
            @Nullable String monthsReason,
            boolean heard,
            List<Found> findings)
            implements Act {
        /** Copies the findings. */
        public Score {
            findings = List.copyOf(findings);
        }

        @Override
        public String word() {
            return "score";
        }
    }

    /**
     * A finding.
     *
     * @param violation the kind of act
     * @param circumstance by its citation
     * @param responsibility the degree, which a refusal may be expected to miss
     * @param points as the sender believes them to be
     * @param acted the last day of the act; null for the day of the handling
     * @param article of the regulation that the handling applied; null where none is stated
     * @param reason the officer's
     * @param amount involved, in whole yuan, where the circumstance counts it
     * @param move the ground on which the finding is moved one band
     */
    record Found(
            String violation,
            String circumstance,
            @Nullable Responsibility responsibility,
            @Nullable Integer points,
            @Nullable LocalDate acted,
            @Nullable Integer article,
            @Nullable String reason,
            @Nullable Long amount,
            @Nullable String move) {}

    /** A notice is served on parties (TJ-34.1); {@code received} is null where it is the day of the step. */
    record Serve(
            String notice,
            List<Party> to,
            @Nullable LocalDate received,
            @Nullable LocalDate appealBy) implements Act {
        /** Copies the parties. */
        public Serve {
            to = List.copyOf(to);
        }

        @Override
        public String word() {
            return "serve";
        }
    }

    /** The agency interviews on account of a notice, the latest where none is named (TJ-31.1). */
    record Interview(@Nullable String notice) implements Act {
        @Override
        public String word() {
            return "interview";
        }
    }

    /** A reminder talk is held after a notice, the latest where none is named (CY-9). */
    record Remind(@Nullable String notice, Talker by) implements Act {
        @Override
        public String word() {
            return "remind";
        }
    }

    /** A handling is overturned: the one named, or the one on which a notice rests (TJ-34.4). */
    record Overturn(
            @Nullable String notice,
            @Nullable String handlingId,
            @Nullable String reason) implements Act {
        @Override
        public String word() {
            return "overturn";
        }
    }

    /** The person takes part in training (CY-9). */
    record Train(@Nullable String at) implements Act {
        @Override
        public String word() {
            return "train";
        }
    }

    /** A party appeals against a notice (TJ-34.2). */
    record Appeal(String id, String notice, Party by, boolean signed, boolean sealed) implements Act {
        @Override
        public String word() {
            return "appeal";
        }
    }

    /** The agency explains its score to whoever appealed (TJ-34.3). */
    record Explain(String id) implements Act {
        @Override
        public String word() {
            return "explain";
        }
    }

    /** An appeal goes on to whoever decides it next (TJ-34.3). */
    record Escalate(String id) implements Act {
        @Override
        public String word() {
            return "escalate";
        }
    }

    /** Experts review what an appeal is about (TJ-34.3). */
    record ExpertReview(String id, @Nullable String reason) implements Act {
        @Override
        public String word() {
            return "expertReview";
        }
    }

    /** An appeal is decided (TJ-34.4); {@code findings} are those that an adjusted notice has instead. */
    record DecideAppeal(
            String id, AppealOutcome outcome, @Nullable String reason, List<Found> findings) implements Act {
        /** Copies the findings. */
        public DecideAppeal {
            findings = List.copyOf(findings);
        }

        @Override
        public String word() {
            return "decideAppeal";
        }
    }

    /** A repair is asked for (TJ-35, 37); {@code points} is null where the path is worth one value only. */
    record RequestRepair(String id, Path path, @Nullable Integer points, boolean approved) implements Act {
        @Override
        public String word() {
            return "requestRepair";
        }
    }

    /** A repair is granted, and shortens a measure where it may (TJ-35). */
    record GrantRepair(String id, boolean shorten) implements Act {
        @Override
        public String word() {
            return "grantRepair";
        }
    }

    /** A repair is refused (TJ-35). */
    record RefuseRepair(String id, @Nullable String reason) implements Act {
        @Override
        public String word() {
            return "refuseRepair";
        }
    }

    /** A restoration is asked for (TJ-36), through an institution or directly (CY-13). */
    record RequestRestoration(String id, boolean approved, boolean direct) implements Act {
        @Override
        public String word() {
            return "requestRestoration";
        }
    }

    /** The district reviews a request for restoration (CY-14). */
    record PreReview(String id, boolean passed, @Nullable String reason) implements Act {
        @Override
        public String word() {
            return "preReview";
        }
    }

    /** A restoration is decided (TJ-36). */
    record DecideRestoration(
            String id, boolean granted, @Nullable String reason) implements Act {
        @Override
        public String word() {
            return "decideRestoration";
        }
    }
}
