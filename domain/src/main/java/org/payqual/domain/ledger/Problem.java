package org.payqual.domain.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Fault;

/**
 * Why a request gets no answer: one value for each way in which the entrances of the program say no. The texts name
 * fields, codes, dates and figures only, never what a caller sent.
 */
public sealed interface Problem {

    /**
     * The request itself makes no sense, whatever is recorded.
     *
     * @param code a stable word for programs, such as {@code date-order}
     * @param field the field at fault, as a path such as {@code findings[0].points}, where one is
     * @param zh what is wrong, in Chinese
     * @param en the same in English
     */
    record Malformed(String code, @Nullable String field, String zh, String en) implements Problem {}

    /**
     * A file that was handed in has faults.
     *
     * @param faults each with its line and column, in the order of the file
     */
    record FaultyFile(List<Fault> faults) implements Problem {
        /** Copies the faults. */
        public FaultyFile {
            faults = List.copyOf(faults);
        }
    }

    /**
     * The command is refused by what is recorded or by the law.
     *
     * @param refusal the reason
     */
    record Refused(Refusal refusal) implements Problem {}

    /**
     * The caller may not do this.
     *
     * @param code a stable word for programs, such as {@code not-your-person}
     * @param zh why not, in Chinese
     * @param en the same in English
     */
    record Forbidden(String code, String zh, String en) implements Problem {}

    /**
     * Nothing of that id is known.
     *
     * @param what the kind of thing: person, institution, inspection, handling, notice, rulebook, position, text or
     *     name
     * @param field the field or the path variable that named it
     */
    record NotFound(String what, @Nullable String field) implements Problem {}

    /**
     * Something was recorded since the version that the caller expected.
     *
     * @param expected the version that the caller expected
     * @param actual the version as it is, -1 where nothing is recorded yet
     */
    record StaleVersion(long expected, long actual) implements Problem {}

    /** The same idempotency key came before with other content. */
    record KeyReused() implements Problem {}

    /**
     * The commit may or may not have happened: the same request with the same key finds out, and does it once.
     *
     * @param retryAfter seconds to wait, at least 1
     */
    record OutcomeUnknown(int retryAfter) implements Problem {}

    /**
     * What was asked for is not ready yet: a position not sealed or not reached, a store that is away.
     *
     * @param code a stable word for programs, such as {@code position-not-reached}
     * @param retryAfter seconds to wait, at least 1
     * @param zh what is awaited, in Chinese
     * @param en the same in English
     */
    record NotYet(String code, int retryAfter, String zh, String en) implements Problem {}
}
