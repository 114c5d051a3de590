package org.payqual.domain.handling;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.HandlingManner;

/** What may be asked to be recorded of a handling. */
public sealed interface HandlingCommand {

    /**
     * Records a handling made on a day against an institution after an inspection (TJ-24).
     *
     * @param articles of the supervision regulation that a penalty applied
     * @param manners of a handling under the agreement
     * @param madeBy the code of the department or agency that made it; null where whoever enters it did not
     */
    record Decide(
            String inspection,
            String institution,
            HandlingKind kind,
            LocalDate date,
            List<Integer> articles,
            List<HandlingManner> manners,
            @Nullable String madeBy)
            implements HandlingCommand {
        /** Puts both in order, each once. */
        public Decide {
            articles = articles.stream().distinct().sorted().toList();
            manners = manners.stream().distinct().sorted().toList();
        }
    }

    /**
     * Voids an overturning that was a clerk's error. A handling entered wrongly is overturned instead, and entered
     * under another id.
     *
     * @param entry its sequence number
     * @param date of the correction
     * @param by who has it recorded: whoever may have the overturning recorded
     * @param reason digest of the reason
     */
    record CorrectEntry(long entry, LocalDate date, Determiner by, String reason) implements HandlingCommand {}

    /**
     * Records that the handling was overturned.
     *
     * @param date on which
     * @param by who has it recorded: after a penalty the department, after an agreement handling the agency (TJ-24, 30)
     * @param reason the digest of the reason stated
     */
    record Overturn(LocalDate date, Determiner by, @Nullable String reason) implements HandlingCommand {}
}
