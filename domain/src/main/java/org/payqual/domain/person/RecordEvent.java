package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import org.payqual.domain.identity.IdentityField;

/** What is recorded of a person's record itself, beside what it says of the person. */
public sealed interface RecordEvent extends PersonEvent {

    /**
     * A clerk's error was corrected: an earlier entry is void, as if it had never been made, and stays readable. What
     * is right is entered anew. A score that was entered wrongly falls by the events recorded with this one.
     *
     * @param entry the sequence number of the entry
     * @param voids how many events from that one on are void: the entry and what was recorded with it as its
     *     consequence; 0 where the entry is a score
     * @param date of the correction
     * @param restores the notices that stand again, because what had made them fall is void
     * @param endsKeySupervisionOf the notices whose key supervision came back with it and no longer follows
     * @param reason digest of the reason
     */
    record EntryCorrected(
            long entry,
            int voids,
            LocalDate date,
            List<String> restores,
            List<String> endsKeySupervisionOf,
            String reason)
            implements RecordEvent {
        /** Copies the lists. */
        public EntryCorrected {
            restores = List.copyOf(restores);
            endsKeySupervisionOf = List.copyOf(endsKeySupervisionOf);
        }

        /** Tells whether the event at a sequence number is the entry, or void with it. */
        public boolean corrects(long sequence) {
            return sequence == entry || (entry < sequence && sequence < entry + voids);
        }
    }

    /**
     * The identity on record was wrong and was corrected. Neither what it said nor what it says is in the ledger.
     *
     * @param version of the identity that is right, as the identity store numbers them
     * @param fields what was wrong
     * @param date of the correction
     * @param reason digest of the reason
     */
    record IdentityCorrected(int version, List<IdentityField> fields, LocalDate date, String reason)
            implements RecordEvent {
        /** Copies the fields. */
        public IdentityCorrected {
            fields = List.copyOf(fields);
        }
    }

    /**
     * The key to the person's identity and to all texts about them was destroyed; nobody can read them any more.
     *
     * @param date on which this was ordered
     */
    record IdentityErased(LocalDate date) implements RecordEvent {}

    /**
     * The record is closed, because its person has another: both are one and the same. What it holds goes over to the
     * other, by a {@link TakenOver} recorded together with this. Nothing follows this event, and all before it stays
     * readable.
     *
     * @param into the id of the record in which the person goes on
     * @param date of the merger
     * @param reason digest of the reason
     */
    record Merged(String into, LocalDate date, String reason) implements RecordEvent {}

    /**
     * Another record of the same person was merged into this one. The events that follow are those of the other record
     * in its order, without those of its identity. They are folded by themselves, as they were there, and with the last
     * of them what they come to counts here. Where they name entries by number, it is the number that these have here.
     *
     * @param from the id of the record that is closed
     * @param events how many events follow that are taken over
     * @param date of the merger
     */
    record TakenOver(String from, int events, LocalDate date) implements RecordEvent {}
}
