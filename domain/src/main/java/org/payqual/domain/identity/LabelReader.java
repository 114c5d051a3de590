package org.payqual.domain.identity;

import java.util.Optional;
import org.payqual.domain.ledger.StreamType;

/** Reads what streams are called that are not a person's: an institution's own name, for one. */
public interface LabelReader {

    /**
     * Reads what a stream is called; empty if nothing was kept or its key is lost.
     *
     * @throws IdentityFault if a key is not at hand
     */
    Optional<String> labelOf(StreamType stream, String id);
}
