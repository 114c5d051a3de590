package org.payqual.query.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.payqual.query.knowledge.KnownAt;

/**
 * The last line of a stream of answers. A stream without it, or with fewer lines than were sent, is not whole.
 *
 * @param end how it ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StreamEnd(End end) {

    /**
     * How a stream ended.
     *
     * @param complete whether all that was sent has been answered
     * @param lines how many lines arrived
     * @param answered how many of them were answered; the others say why not, empty ones aside
     * @param reflects the state of the log that the last answers reflect
     * @param problem why it is not complete
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record End(
            boolean complete,
            long lines,
            long answered,
            @Nullable KnownAt reflects,
            @Nullable LineProblem problem) {}
}
