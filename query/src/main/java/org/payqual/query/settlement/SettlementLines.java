package org.payqual.query.settlement;

import java.util.List;

/**
 * Many lines asked at once.
 *
 * @param lines at most 10,000, each answered by itself
 */
public record SettlementLines(List<SettlementLine> lines) {

    /** Copies the lines. */
    public SettlementLines {
        lines = List.copyOf(lines);
    }
}
