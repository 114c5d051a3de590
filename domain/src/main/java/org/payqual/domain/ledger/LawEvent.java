package org.payqual.domain.ledger;

import java.time.LocalDate;

/** The law in the ledger: nothing that is not adopted decides. All of it stands in one stream. */
public sealed interface LawEvent extends Event {

    /** The id of the one stream of law. */
    String STREAM = "law";

    /**
     * A rulebook became part of the ledger with the file's own bytes.
     *
     * @param rulebook the rulebook's id, used once for one file
     * @param sha256 of the file, in hex
     * @param effectiveFrom the first day it governs
     * @param file the bytes as they were handed in
     */
    @SuppressWarnings("ArrayRecordComponent") // two adoptions are told apart by id and digest, never by equals
    record RulebookAdopted(String rulebook, String sha256, LocalDate effectiveFrom, byte[] file) implements LawEvent {}

    /**
     * A year's calendar of working days became part of the ledger with the file's own bytes.
     *
     * @param calendar the calendar's id, used once for one file
     * @param year the calendar year
     * @param sha256 of the file, in hex
     * @param file the bytes as they were handed in
     */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record CalendarAdopted(String calendar, int year, String sha256, byte[] file) implements LawEvent {}
}
