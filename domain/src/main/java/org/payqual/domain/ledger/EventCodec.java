package org.payqual.domain.ledger;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The one codec between events and what is stored of them: a registered name, a version and bytes. The store, every raw
 * reader, proofs and moves use this and nothing else.
 *
 * <p>The bytes are a JSON object in UTF-8 without any white space. Its first field is {@code salt}; the components of
 * the record follow in the order of their declaration, under their own names. A component that is absent is left out.
 * Days are written {@code 2025-03-04}, provisions as their citation, choices by their name, bytes in base64, whole
 * numbers as such; there are no other numbers. Reading is as strict as writing: a field that is missing, unknown,
 * repeated, out of order or of another type makes the history malformed.
 */
public final class EventCodec {

    private static final String SALT = "salt";

    private final Map<Class<?>, EventName<?>> byType = new HashMap<>();
    private final Map<String, EventName<?>> byName = new HashMap<>();

    /**
     * Creates a codec for registered kinds of events.
     *
     * @throws IllegalArgumentException if a name or a type is registered twice
     */
    public EventCodec(Collection<EventName<?>> names) {
        for (EventName<?> name : names) {
            if (byType.put(name.type(), name) != null || byName.put(name.name(), name) != null) {
                throw new IllegalArgumentException("registered twice: " + name.name());
            }
        }
    }

    /**
     * What is stored of an event.
     *
     * @param name the registered name
     * @param version the version of the payload's form under that name
     * @param payload the bytes
     */
    // The bytes go straight into the store; nobody compares two of these.
    @SuppressWarnings("ArrayRecordComponent")
    public record Encoded(String name, int version, byte[] payload) {}

    /** Writes an event with a salt of its own. */
    public Encoded encode(Event event) {
        return encode(event, Salt.random());
    }

    /**
     * Writes an event; the same event and salt give the same bytes, always.
     *
     * @throws IllegalArgumentException if events of this type have no registered name
     */
    public Encoded encode(Event event, Salt salt) {
        EventName<?> name = nameOf(event.getClass());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = Json.write(bytes)) {
            out.writeStartObject().writeStringProperty(SALT, salt.hex());
            RecordForm.of(name.type()).writeComponents(out, event);
            out.writeEndObject();
        }
        return new Encoded(name.name(), name.version(), bytes.toByteArray());
    }

    /**
     * Reads what is stored, lifted to today's version.
     *
     * @throws MalformedHistory if the name or the version is not known to this build, or the bytes are not such an
     *     event
     */
    public Event decode(String name, int version, byte[] payload) {
        EventName.Reading<?, ?> reading = named(name).readings().get(version);
        if (reading == null) {
            throw new MalformedHistory("this build does not know the event " + name + " v" + version);
        }
        return decode(name + " v" + version, reading, payload);
    }

    /** Returns the name under which events of a type are registered. */
    public EventName<?> nameOf(Class<?> type) {
        EventName<?> name = byType.get(type);
        if (name == null) {
            throw new IllegalArgumentException("no event is registered for " + type.getName());
        }
        return name;
    }

    /**
     * Returns the kind of event that has a name.
     *
     * @throws MalformedHistory if the name is not known to this build
     */
    public EventName<?> named(String name) {
        EventName<?> registered = byName.get(name);
        if (registered == null) {
            throw new MalformedHistory("this build does not know the event " + name);
        }
        return registered;
    }

    /**
     * Reads the salt that opens a payload.
     *
     * @throws MalformedHistory if none does
     */
    public static Salt saltOf(byte[] payload) {
        try (JsonParser in = Json.read(payload)) {
            return salt(in, "a payload");
        } catch (JacksonException | IllegalArgumentException e) {
            throw new MalformedHistory("a payload does not open with its salt");
        }
    }

    private static <O extends Record, E extends Record & Event> E decode(
            String what, EventName.Reading<O, E> reading, byte[] payload) {
        try (JsonParser in = Json.read(payload)) {
            salt(in, what);
            O record = reading.form().readComponents(in, what);
            if (in.nextToken() != null) {
                throw new MalformedHistory(what + " goes on after its end");
            }
            return reading.lift().apply(record);
        } catch (JacksonException | IllegalArgumentException e) {
            // The cause could quote the payload, so it is told without.
            throw new MalformedHistory(what + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static Salt salt(JsonParser in, String what) {
        if (in.nextToken() != JsonToken.START_OBJECT
                || in.nextToken() != JsonToken.PROPERTY_NAME
                || !SALT.equals(in.currentName())
                || in.nextToken() != JsonToken.VALUE_STRING) {
            throw new MalformedHistory(what + " does not open with its salt");
        }
        return new Salt(in.getString());
    }
}
