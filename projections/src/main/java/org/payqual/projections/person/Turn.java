package org.payqual.projections.person;

import org.payqual.domain.person.Timeline;

/** What one event of a person changes about their rows. */
public sealed interface Turn {

    /**
     * The person's timeline became another.
     *
     * @param person the person's id
     * @param position of the event in the log
     * @param before the timeline up to the position before
     * @param after the timeline from this position on
     */
    record Changed(String person, long position, Timeline before, Timeline after) implements Turn {}

    /**
     * The event cannot follow or cannot be read: from here on nothing can be said of the person.
     *
     * @param person the person's id
     * @param position of the event in the log
     * @param reason what does not follow, by codes and ids alone
     */
    record Stopped(String person, long position, String reason) implements Turn {}

    /**
     * The person was stopped by an earlier event.
     *
     * @param person the person's id
     */
    record StillStopped(String person) implements Turn {}
}
