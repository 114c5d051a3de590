package org.payqual.domain.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values as their reader goes through them. Whatever is missing, unknown or of another form becomes a fault at
 * its place, and reading goes on with a placeholder. A section that is itself missing or of another form says so once
 * and then keeps quiet.
 */
public final class Section {

    private final Place place;
    private final String path;
    private final Map<String, Value.Entry> entries;
    private final boolean readable;
    private final Faults faults;
    private final int faultsBefore;
    private final Set<String> known = new TreeSet<>();
    private final Map<String, Section> opened = new LinkedHashMap<>();

    private Section(
            Place place, String path, Map<String, Value.Entry> entries, boolean readable, Faults faults, int before) {
        this.place = place;
        this.path = path;
        this.entries = entries;
        this.readable = readable;
        this.faults = faults;
        this.faultsBefore = before;
    }

    /** Opens a whole document. */
    public static Section of(Value document, Faults faults) {
        return open(document, "", faults);
    }

    private static Section open(Value value, String path, Faults faults) {
        int before = faults.count();
        if (value instanceof Value.Mapping mapping) {
            return new Section(mapping.place(), path, mapping.entries(), true, faults, before);
        }
        if (!(value instanceof Value.Unreadable)) {
            faults.add(value.place(), path, Fault.Kind.FORM, "此处应为键和值", "expected keys with values");
        }
        return new Section(value.place(), path, Map.of(), false, faults, before);
    }

    /** Returns where the section begins. */
    public Place place() {
        return place;
    }

    /** Returns the path of the section. */
    public String path() {
        return path;
    }

    /** Tells whether a key is there. */
    public boolean has(String key) {
        known.add(key);
        return entries.containsKey(key);
    }

    /** Tells whether no fault was found since the section was opened. */
    public boolean sound() {
        return readable && faults.count() == faultsBefore;
    }

    /** Reads the value of a key that must be there. */
    public <T> T get(String key, Form<T> form) {
        Value.Entry entry = require(key, form.expected());
        return entry == null ? form.placeholder() : read(entry.value(), Paths.key(path, key), form);
    }

    /** Reads the value of a key that may be there. */
    public <T> @Nullable T find(String key, Form<T> form) {
        return has(key) ? get(key, form) : null;
    }

    /** Reads the value of a key that may be there, and that means something else where it is not. */
    public <T> T getOr(String key, Form<T> form, T otherwise) {
        return has(key) ? get(key, form) : otherwise;
    }

    /** Reads what must be said in both languages under a key. */
    public Text text(String key, int longest) {
        Section both = section(key);
        return new Text(both.get("zh", Form.text(longest)), both.get("en", Form.text(longest)));
    }

    /** Checks that a key says the one thing that it can say, where the file states a rule that has no choice. */
    public void says(String key, String words) {
        get(key, Form.exactly(words));
    }

    /** Reads one value or a list of at least one, each only once; those with a fault are left out. */
    public <T> List<T> list(String key, Form<T> form) {
        Value.Entry entry = require(key, form.expected());
        if (entry == null) {
            return List.of();
        }
        String at = Paths.key(path, key);
        if (!(entry.value() instanceof Value.Sequence sequence)) {
            int before = faults.count();
            T only = read(entry.value(), at, form);
            boolean read = faults.count() == before && !(entry.value() instanceof Value.Unreadable);
            return read ? List.of(only) : List.of();
        }
        if (sequence.items().isEmpty()) {
            tellEmpty(sequence.place(), at);
        }
        return once(sequence, at, form);
    }

    /** Reads a list that may be missing or empty. */
    public <T> List<T> listOrNone(String key, Form<T> form) {
        known.add(key);
        Value.Entry entry = entries.get(key);
        boolean none = entry == null
                || (entry.value() instanceof Value.Sequence list && list.items().isEmpty());
        return none ? List.of() : list(key, form);
    }

    /** Opens a section that must be there; opened again, it is the same. */
    public Section section(String key) {
        return opened.computeIfAbsent(key, missing -> {
            Value.Entry entry = require(key, new Text("键和值", "keys with values"));
            Value value = entry == null ? new Value.Unreadable(place) : entry.value();
            return open(value, Paths.key(path, key), faults);
        });
    }

    /** Opens a section that may be there. */
    public @Nullable Section findSection(String key) {
        return has(key) ? section(key) : null;
    }

    /** Opens the sections of a list of at least one, in its order. */
    public List<Section> sections(String key) {
        List<Section> items = sectionsOrNone(key);
        Value.Entry entry = entries.get(key);
        if (entry != null && entry.value() instanceof Value.Sequence sequence && items.isEmpty()) {
            tellEmpty(sequence.place(), Paths.key(path, key));
        }
        return items;
    }

    /** Opens the sections of a list that must be there but may be empty, in its order. */
    public List<Section> sectionsOrNone(String key) {
        Value.Entry entry = require(key, new Text("列表", "a list"));
        String at = Paths.key(path, key);
        List<Section> items = new ArrayList<>();
        if (entry != null && entry.value() instanceof Value.Sequence sequence) {
            for (Value item : sequence.items()) {
                String itemAt = Paths.item(at, items.size());
                items.add(opened.computeIfAbsent(itemAt, missing -> open(item, itemAt, faults)));
            }
        } else if (entry != null && !(entry.value() instanceof Value.Unreadable)) {
            tell(entry.value().place(), at, Fault.Kind.FORM, "此处应为列表", "expected a list");
        }
        return items;
    }

    /**
     * Reads every key of the section as one of a kind, with the section beneath it.
     *
     * @param keys what the keys must look like
     * @param each makes a value of the key and its section
     * @return the values by key, in the order of the file, without those whose key has another form
     */
    public <K, V> Map<K, V> each(Form<K> keys, BiFunction<K, Section, V> each) {
        Map<K, V> all = new LinkedHashMap<>();
        entries.forEach((key, entry) -> {
            known.add(key);
            keys.parse()
                    .apply(key)
                    .ifPresentOrElse(
                            k -> all.put(k, each.apply(k, section(key))),
                            () -> tellExpected(entry.key(), Paths.key(path, key), keys.expected()));
        });
        return all;
    }

    /**
     * Finds which one of several keys is there; none of them or more than one is a fault, and then the first counts.
     */
    public Optional<String> exactlyOne(Collection<String> keys) {
        List<String> there = keys.stream().filter(this::has).toList();
        if (there.size() != 1 && readable) {
            String words = Form.list(keys);
            tell(place, path, Fault.Kind.FORM, "须且只须有以下之一：" + words, "expected one of, and only one: " + words);
        }
        return there.stream().findFirst();
    }

    /** Asks for at least one of several keys. */
    public void atLeastOne(Collection<String> keys) {
        if (keys.stream().filter(this::has).count() == 0 && readable) {
            String words = Form.list(keys);
            tell(place, path, Fault.Kind.FORM, "至少须有以下之一：" + words, "expected at least one of: " + words);
        }
    }

    /** Tells that the value of a key does not fit the rest. */
    public void misfit(String key, String zh, String en) {
        Value.Entry entry = entries.get(key);
        tellMisfit(entry == null ? place : entry.value().place(), Paths.key(path, key), zh, en);
    }

    /** Tells that the section does not fit the rest. */
    public void misfit(String zh, String en) {
        tellMisfit(place, path, zh, en);
    }

    /** Tells that a word in a key's list, or the word alone where it is no list, does not fit the rest. */
    public void misfitItem(String key, String word, String zh, String en) {
        Value.Entry entry = entries.get(key);
        if (entry == null || !(entry.value() instanceof Value.Sequence list)) {
            misfit(key, zh, en);
            return;
        }
        for (int index = 0; index < list.items().size(); index++) {
            Value item = list.items().get(index);
            if (item instanceof Value.Scalar scalar && scalar.text().equals(word)) {
                tellMisfit(item.place(), Paths.item(Paths.key(path, key), index), zh, en);
            }
        }
    }

    /** Tells of every key, here and below, that nobody asked for. */
    public void close() {
        opened.values().forEach(Section::close);
        entries.forEach((key, entry) -> {
            if (readable && !known.contains(key)) {
                String words = Form.list(known);
                tell(
                        entry.key(),
                        Paths.key(path, key),
                        Fault.Kind.FORM,
                        "未知的键；此处可用：" + words,
                        "unknown key; known here: " + words);
            }
        });
    }

    private Value.@Nullable Entry require(String key, Text expected) {
        known.add(key);
        Value.Entry entry = entries.get(key);
        if (entry == null && readable) {
            tell(
                    place,
                    Paths.key(path, key),
                    Fault.Kind.FORM,
                    "缺少；应为" + expected.zh(),
                    "missing; expected " + expected.en());
        }
        return entry;
    }

    private <T> List<T> once(Value.Sequence sequence, String at, Form<T> form) {
        Collection<T> all = new LinkedHashSet<>();
        for (int index = 0; index < sequence.items().size(); index++) {
            int before = faults.count();
            Value item = sequence.items().get(index);
            T value = read(item, Paths.item(at, index), form);
            boolean read = faults.count() == before && !(item instanceof Value.Unreadable);
            if (read && !all.add(value)) {
                tell(item.place(), Paths.item(at, index), Fault.Kind.FORM, "重复", "the same twice");
            }
        }
        return List.copyOf(all);
    }

    private <T> T read(Value value, String at, Form<T> form) {
        if (value instanceof Value.Unreadable) {
            return form.placeholder();
        }
        return form.read(value).orElseGet(() -> {
            tellExpected(value.place(), at, form.expected());
            return form.placeholder();
        });
    }

    private void tellExpected(Place where, String at, Text expected) {
        tell(where, at, Fault.Kind.FORM, "应为" + expected.zh(), "expected " + expected.en());
    }

    private void tellMisfit(Place where, String at, String zh, String en) {
        if (readable) {
            tell(where, at, Fault.Kind.SENSE, zh, en);
        }
    }

    private void tellEmpty(Place where, String at) {
        tell(where, at, Fault.Kind.FORM, "列表不能为空", "the list must not be empty");
    }

    private void tell(Place where, String at, Fault.Kind kind, String zh, String en) {
        faults.add(where, at, kind, zh, en);
    }
}
