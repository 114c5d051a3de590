package org.payqual.ops.reaction;

import java.util.Optional;
import org.payqual.command.dispatch.Recorder;

/** Something that the program has to do because of something recorded. Doing it again does no harm. */
interface Errand {

    /**
     * Does it.
     *
     * @return nothing if it is done or needless; otherwise the code of what stands in its way
     * @throws RuntimeException if nothing was decided, or nobody knows whether it was done
     */
    Optional<String> send(Recorder recorder);
}
