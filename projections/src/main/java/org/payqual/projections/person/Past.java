package org.payqual.projections.person;

import java.util.List;
import org.payqual.projections.log.LoggedEvent;

/** What came before an event, for a person whom the fold does not remember. */
public interface Past {

    /** Reads all events of a person sealed before a position, in order. */
    List<? extends LoggedEvent> before(String person, long position);

    /** Tells whether the person is marked as stopped, which only a rebuild of the rows takes back. */
    boolean stopped(String person);
}
