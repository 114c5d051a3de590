package org.payqual.command.port;

import org.payqual.domain.identity.LabelReader;
import org.payqual.domain.ledger.StreamType;

/** What streams are called that are not a person's: an institution's own name, for one. Kept encrypted, in versions. */
public interface Labels extends LabelReader {

    /** The greatest length of a label, in characters of UTF-16. */
    int LONGEST = 200;

    /**
     * Keeps what a stream is called from now on; the label it already has is not kept twice.
     *
     * @return the label's version, from 1
     * @throws IllegalArgumentException if the label is blank or too long, or the stream is a person's
     */
    int label(StreamType stream, String id, String label);
}
