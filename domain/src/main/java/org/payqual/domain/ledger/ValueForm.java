package org.payqual.domain.ledger;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** How the values of one type are written. The list of types is closed: nothing else is ever stored. */
interface ValueForm {

    /** Writes a value of this type. */
    void write(JsonGenerator out, Object value);

    /**
     * Reads the value at the current token.
     *
     * @param what names the place, for faults
     * @throws MalformedHistory if no such value is there
     */
    Object read(JsonParser in, String what);

    /**
     * Finds the form of a type.
     *
     * @throws IllegalArgumentException if values of that type are never stored
     */
    static ValueForm of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return new Items(of(generic.getActualTypeArguments()[0]));
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalArgumentException("never stored: " + type);
        }
        if (plain == StreamType.class) {
            return text(value -> ((StreamType) value).label(), StreamType::of);
        }
        if (plain.isEnum()) {
            return choice(plain);
        }
        if (plain == Provision.class) {
            return text(Object::toString, Provision::new);
        }
        if (plain.isRecord()) {
            return new Nested(RecordForm.of(plain.asSubclass(Record.class)));
        }
        return Scalars.of(plain);
    }

    private static ValueForm choice(Class<?> type) {
        Map<String, Object> byName = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(it -> ((Enum<?>) it).name(), it -> it));
        return text(value -> ((Enum<?>) value).name(), name -> {
            Object value = byName.get(name);
            if (value == null) {
                throw new IllegalArgumentException("not one of the choices");
            }
            return value;
        });
    }

    private static ValueForm text(Function<Object, String> written, Function<String, Object> read) {
        return new Scalars(
                JsonToken.VALUE_STRING,
                (out, value) -> out.writeString(whole(written.apply(value))),
                in -> read.apply(whole(in.getString())));
    }

    /** Refuses half characters, which have no form in UTF-8. */
    private static String whole(String text) {
        if (text.codePoints().anyMatch(it -> it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException("half a character is never stored");
        }
        return text;
    }

    /** Values of one token. */
    record Scalars(JsonToken token, Writing writing, Function<JsonParser, Object> reading) implements ValueForm {

        private static final String DAY = "YYYY-MM-DD";

        interface Writing {
            void write(JsonGenerator out, Object value);
        }

        static ValueForm of(Class<?> type) {
            if (type == String.class) {
                return text(String.class::cast, it -> it);
            }
            if (type == LocalDate.class) {
                return text(Object::toString, Scalars::day);
            }
            if (type == int.class || type == Integer.class) {
                return new Scalars(
                        JsonToken.VALUE_NUMBER_INT, (out, it) -> out.writeNumber((int) it), JsonParser::getIntValue);
            }
            if (type == long.class || type == Long.class) {
                return new Scalars(
                        JsonToken.VALUE_NUMBER_INT, (out, it) -> out.writeNumber((long) it), JsonParser::getLongValue);
            }
            if (type == boolean.class) {
                return new Truth();
            }
            if (type == byte[].class) {
                return new Scalars(
                        JsonToken.VALUE_STRING,
                        (out, it) ->
                                out.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, (byte[]) it, 0, ((byte[]) it).length),
                        in -> in.getBinaryValue(Base64Variants.MIME_NO_LINEFEEDS));
            }
            throw new IllegalArgumentException("never stored: " + type);
        }

        private static LocalDate day(String text) {
            if (text.length() != DAY.length()) {
                throw new IllegalArgumentException("a day is written " + DAY);
            }
            return LocalDate.parse(text);
        }

        @Override
        public void write(JsonGenerator out, Object value) {
            writing.write(out, value);
        }

        @Override
        public Object read(JsonParser in, String what) {
            if (in.currentToken() != token) {
                throw new MalformedHistory(what + " is of another type");
            }
            try {
                return reading.apply(in);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new MalformedHistory(what + " has no such value");
            }
        }
    }

    /** Yes or no. */
    record Truth() implements ValueForm {
        @Override
        public void write(JsonGenerator out, Object value) {
            out.writeBoolean((boolean) value);
        }

        @Override
        public Object read(JsonParser in, String what) {
            return switch (in.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> throw new MalformedHistory(what + " is of another type");
            };
        }
    }

    /** A list, in its order. */
    record Items(ValueForm item) implements ValueForm {
        @Override
        public void write(JsonGenerator out, Object value) {
            out.writeStartArray();
            for (Object it : (List<?>) value) {
                item.write(out, it);
            }
            out.writeEndArray();
        }

        @Override
        public Object read(JsonParser in, String what) {
            if (in.currentToken() != JsonToken.START_ARRAY) {
                throw new MalformedHistory(what + " is no list");
            }
            List<Object> items = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                items.add(item.read(in, what + "[" + items.size() + "]"));
            }
            return items;
        }
    }

    /** A record within another. */
    record Nested(RecordForm<?> form) implements ValueForm {
        @Override
        public void write(JsonGenerator out, Object value) {
            out.writeStartObject();
            form.writeComponents(out, value);
            out.writeEndObject();
        }

        @Override
        public Object read(JsonParser in, String what) {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw new MalformedHistory(what + " is no object");
            }
            return form.readComponents(in, what);
        }
    }
}
