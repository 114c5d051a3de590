package org.payqual.query.handling;

import java.time.LocalDate;
import org.payqual.query.knowledge.KnownAt;

/**
 * An inspection (TJ-25).
 *
 * @param id its id
 * @param reflects the state of the log
 * @param version the sequence number of the last event of the inspection that the answer reflects
 * @param institution inspected
 * @param opened the day on which it was opened
 */
record InspectionAnswer(String id, KnownAt reflects, long version, String institution, LocalDate opened) {}
