package org.payqual.domain.ledger;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * How the records of one type are written: each component under its own name, in the order of declaration. A component
 * may be absent only where it is declared {@link Nullable}.
 *
 * @param <R> the record
 */
final class RecordForm<R extends Record> {

    private static final Map<Class<?>, RecordForm<?>> KNOWN = new ConcurrentHashMap<>();

    private final List<Part> parts;
    private final Constructor<R> constructor;

    private RecordForm(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        this.parts = Arrays.stream(components).map(Part::of).toList();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its canonical constructor", e);
        }
    }

    /**
     * Returns the form of a record.
     *
     * @throws IllegalArgumentException if a component is of a type that is never stored
     */
    @SuppressWarnings("unchecked")
    static <R extends Record> RecordForm<R> of(Class<R> type) {
        RecordForm<?> known = KNOWN.get(type);
        if (known == null) {
            known = new RecordForm<>(type);
            KNOWN.put(type, known);
        }
        return (RecordForm<R>) known;
    }

    /** Writes the components into an object that is open. */
    void writeComponents(JsonGenerator out, Object record) {
        for (Part part : parts) {
            Object value = part.of(record);
            if (value != null) {
                out.writeName(part.name());
                part.form().write(out, value);
            } else if (!part.optional()) {
                throw new IllegalArgumentException("nothing to write for " + part.name());
            }
        }
    }

    /** Hands over each component that is present, by its name. */
    void forEach(R record, BiConsumer<String, Object> taken) {
        for (Part part : parts) {
            Object value = part.of(record);
            if (value != null) {
                taken.accept(part.name(), value);
            }
        }
    }

    /** Reads the components of an object that is open, and its end. */
    R readComponents(JsonParser in, String what) {
        @Nullable Object[] values = new @Nullable Object[parts.size()];
        JsonToken token = in.nextToken();
        for (int i = 0; i < values.length; i++) {
            Part part = parts.get(i);
            if (token == JsonToken.PROPERTY_NAME && part.name().equals(in.currentName())) {
                in.nextToken();
                values[i] = part.form().read(in, what + ": " + part.name());
                token = in.nextToken();
            } else if (!part.optional()) {
                throw new MalformedHistory(what + " lacks " + part.name() + " in its place");
            }
        }
        if (token != JsonToken.END_OBJECT) {
            throw new MalformedHistory(what + " has a field too many");
        }
        return create(what, values);
    }

    private R create(String what, @Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new MalformedHistory(what + " has values that do not fit together");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records that are stored are public", e);
        }
    }

    /**
     * One component.
     *
     * @param name under which it is written
     * @param optional whether it may be absent
     * @param form of its values
     */
    private record Part(String name, Method accessor, boolean optional, ValueForm form) {

        static Part of(RecordComponent component) {
            return new Part(
                    component.getName(),
                    component.getAccessor(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    ValueForm.of(component.getGenericType()));
        }

        @Nullable
        Object of(Object record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("records that are stored are public", e);
            }
        }
    }
}
