package org.payqual.domain.ledger;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The name by which a kind of event is registered in the stored form, for good: the name of its Java class may change,
 * this one may not.
 *
 * @param <E> the events of this name as the program knows them now
 */
public final class EventName<E extends Record & Event> {

    private static final Pattern FORM = Pattern.compile("[a-z]+(\\.[a-z]+(-[a-z]+)*)");

    private final StreamType stream;
    private final String name;
    private final int version;
    private final Class<E> type;
    private final Map<Integer, Reading<?, E>> readings = new TreeMap<>();

    private EventName(StreamType stream, String name, int version, Class<E> type) {
        this.stream = stream;
        this.name = name;
        this.version = version;
        this.type = type;
    }

    /**
     * Registers a kind of event.
     *
     * @param stream the kind of stream that its events stand in
     * @param name such as {@code person.scored}
     * @param version in which its events are written, from 1
     * @param type the record that says what is written
     */
    public static <E extends Record & Event> EventName<E> of(
            StreamType stream, String name, int version, Class<E> type) {
        if (!FORM.matcher(name).matches() || version < 1) {
            throw new IllegalArgumentException("not a name of an event, or not a version: " + name + " v" + version);
        }
        EventName<E> registered = new EventName<>(stream, name, version, type);
        registered.readings.put(version, new Reading<>(RecordForm.of(type), event -> event));
        return registered;
    }

    /**
     * Registers how an older version is read: the record that wrote it stays in the program, and one such event becomes
     * exactly one of today's.
     *
     * @param older a version below today's
     * @param form the record as it was in that version
     * @param lift makes today's event of it
     */
    public <O extends Record> EventName<E> lifting(int older, Class<O> form, Function<O, E> lift) {
        if (older < 1 || older >= version || readings.containsKey(older)) {
            throw new IllegalArgumentException("not an older version: " + name + " v" + older);
        }
        readings.put(older, new Reading<>(RecordForm.of(form), lift));
        return this;
    }

    /** Returns the kind of stream that its events stand in. */
    public StreamType stream() {
        return stream;
    }

    /** Returns the registered name. */
    public String name() {
        return name;
    }

    /** Returns the version in which events are written. */
    public int version() {
        return version;
    }

    /** Returns the record that says what is written. */
    public Class<E> type() {
        return type;
    }

    Map<Integer, Reading<?, E>> readings() {
        return readings;
    }

    /**
     * How one version is read.
     *
     * @param form of the record in that version
     * @param lift to today's event
     */
    record Reading<O extends Record, E extends Record & Event>(RecordForm<O> form, Function<O, E> lift) {}
}
