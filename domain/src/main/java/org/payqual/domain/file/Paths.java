package org.payqual.domain.file;

import java.util.Optional;

/** How places in a document are named: {@code measures.atExpiry}, {@code consequences[1].from}, counted from 1. */
public final class Paths {

    private Paths() {}

    /** Returns the path of a key. */
    public static String key(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Returns the path of a list's item, whose index counts from 0. */
    public static String item(String path, int index) {
        return path + "[" + (index + 1) + "]";
    }

    /** Finds what stands at a path below a value; keys may themselves hold dots. */
    public static Optional<Value> find(Value from, String path) {
        if (path.isEmpty()) {
            return Optional.of(from);
        }
        return switch (from) {
            case Value.Mapping mapping ->
                mapping.entries().entrySet().stream()
                        .filter(entry -> leads(path, entry.getKey()))
                        .flatMap(entry -> find(entry.getValue().value(), rest(path, entry.getKey())).stream())
                        .findFirst();
            case Value.Sequence sequence -> item(sequence, path);
            case Value.Scalar scalar -> Optional.empty();
            case Value.Unreadable unreadable -> Optional.empty();
        };
    }

    private static boolean leads(String path, String key) {
        return path.startsWith(key)
                && (path.length() == key.length()
                        || path.charAt(key.length()) == '.'
                        || path.charAt(key.length()) == '[');
    }

    private static String rest(String path, String key) {
        String rest = path.substring(key.length());
        return rest.startsWith(".") ? rest.substring(1) : rest;
    }

    private static Optional<Value> item(Value.Sequence sequence, String path) {
        for (int index = 0; index < sequence.items().size(); index++) {
            String name = item("", index);
            if (path.startsWith(name)) {
                return find(sequence.items().get(index), rest(path, name));
            }
        }
        return Optional.empty();
    }
}
