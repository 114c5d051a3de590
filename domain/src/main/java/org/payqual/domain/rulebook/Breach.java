package org.payqual.domain.rulebook;

import java.util.List;
import org.payqual.domain.file.Text;
import org.payqual.domain.ledger.Provision;

/**
 * A breach of duty that is recorded and counted in the assessment (TJ-38).
 *
 * @param code by which it is recorded
 * @param about what it is, in words of its own
 * @param provisions on which it rests
 */
public record Breach(String code, Text about, List<Provision> provisions) implements Cited {

    /** Copies the provisions. */
    public Breach {
        provisions = List.copyOf(provisions);
    }
}
