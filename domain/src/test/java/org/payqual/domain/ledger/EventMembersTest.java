package org.payqual.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.payqual.domain.Events;

/**
 * The list in {@code docs/format.md} of each kind's members is what the codec writes. {@code -Dpayqual.format=write}
 * writes it anew.
 */
class EventMembersTest {

    private static final Path DOCUMENT = Path.of("../docs/format.md");
    private static final String BEGIN = "<!-- members: written by EventMembersTest -->\n";
    private static final String END = "<!-- end of members -->\n";

    private static final Map<Class<?>, String> PLAIN = Map.of(
            String.class, "text",
            LocalDate.class, "day",
            Provision.class, "provision",
            byte[].class, "bytes",
            boolean.class, "yes or no",
            int.class, "whole number",
            Integer.class, "whole number",
            long.class, "whole number",
            Long.class, "whole number");

    @Test
    void theDocumentNamesTheMembersInTheirOrder() throws IOException {
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf(BEGIN) + BEGIN.length();
        int to = document.indexOf(END);
        assertThat(from).isBetween(BEGIN.length(), to);
        if ("write".equals(System.getProperty("payqual.format"))) {
            Files.writeString(DOCUMENT, document.substring(0, from) + list() + document.substring(to));
        }
        assertThat(Files.readString(DOCUMENT).substring(from)).startsWith(list() + END);
    }

    private static String list() {
        Map<String, Class<?>> objects = new TreeMap<>();
        String events = Events.NAMES.stream()
                .map(it -> "- **" + it.name() + "**, version " + it.version() + ", in a stream of type "
                        + it.stream().label() + ": " + members(it.type(), objects) + "\n")
                .collect(Collectors.joining());
        for (int known = 0; known < objects.size(); ) {
            known = objects.size();
            List.copyOf(objects.values()).forEach(it -> members(it, objects));
        }
        String nested = objects.entrySet().stream()
                .map(it -> "- **" + it.getKey() + "**: " + members(it.getValue(), objects) + "\n")
                .collect(Collectors.joining());
        return "\n" + events + "\nThe objects within them:\n\n" + nested + "\n";
    }

    private static String members(Class<?> record, Map<String, Class<?>> objects) {
        return Arrays.stream(record.getRecordComponents())
                .map(it -> "`" + it.getName() + "` " + type(it.getGenericType(), objects)
                        + (mayBeAbsent(it) ? " (may be absent)" : ""))
                .collect(Collectors.joining(", "));
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String type(Type type, Map<String, Class<?>> objects) {
        if (type instanceof ParameterizedType list) {
            return "list of " + type(list.getActualTypeArguments()[0], objects);
        }
        Class<?> plain = (Class<?>) type;
        if (PLAIN.containsKey(plain)) {
            return PLAIN.get(plain);
        }
        if (plain == StreamType.class) {
            return Arrays.stream(StreamType.values()).map(StreamType::label).collect(Collectors.joining(" or "));
        }
        if (plain.isEnum()) {
            return Arrays.stream(plain.getEnumConstants())
                    .map(it -> ((Enum<?>) it).name())
                    .collect(Collectors.joining(" or "));
        }
        objects.put(plain.getSimpleName(), plain);
        return "object " + plain.getSimpleName();
    }
}
