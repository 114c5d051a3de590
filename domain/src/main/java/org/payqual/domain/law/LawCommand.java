package org.payqual.domain.law;

/** What may be asked to be adopted. */
public sealed interface LawCommand {

    /**
     * Adopts a rulebook.
     *
     * @param file its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on to the event, never compared
    record AdoptRulebook(byte[] file) implements LawCommand {}

    /**
     * Adopts a year's calendar of working days.
     *
     * @param file its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record AdoptCalendar(byte[] file) implements LawCommand {}
}
