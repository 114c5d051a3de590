package org.payqual.domain.rulebook;

import java.util.List;
import org.payqual.domain.file.Text;
import org.payqual.domain.ledger.Provision;

/**
 * A choice where the text of the law leaves room.
 *
 * @param parameter the place in the rulebook where the choice is made, such as {@code measures.atExpiry}
 * @param because why it was made so
 * @param provisions that leave the room
 */
public record Reading(String parameter, Text because, List<Provision> provisions) implements Cited {

    /** Copies the provisions. */
    public Reading {
        provisions = List.copyOf(provisions);
    }
}
