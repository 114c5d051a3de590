package org.payqual.domain.rulebook;

import java.util.List;
import org.payqual.domain.file.Text;
import org.payqual.domain.ledger.Provision;

/**
 * A ground on which an officer may move a finding one band up or down.
 *
 * @param code by which a finding names it: its own citation
 * @param direction up or down
 * @param reasonRequired whether the officer must give a reason
 * @param about what it is, in words of its own
 */
public record Move(String code, Direction direction, boolean reasonRequired, Text about) implements Cited {

    /** Where a finding goes. */
    public enum Direction {
        /** One band up; from the highest band nowhere. */
        ONE_BAND_UP,
        /** One band down; from the lowest band nowhere. */
        ONE_BAND_DOWN
    }

    @Override
    public List<Provision> provisions() {
        return List.of(new Provision(code));
    }
}
