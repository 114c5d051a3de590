package org.payqual.domain.rulebook;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.payqual.domain.file.Fault;
import org.payqual.domain.file.Faults;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Paths;
import org.payqual.domain.file.Place;
import org.payqual.domain.file.Section;
import org.payqual.domain.file.Value;
import org.payqual.domain.file.YamlDocument;

/**
 * Completes a rulebook from the one that it extends. It takes everything over that it does not say itself, and may add
 * to what is listed by codes; any other value of the base changes only where {@code replaces} names its place.
 */
final class Extension {

    private static final Set<String> OWN =
            Set.of("format", "id", "title", "status", "effective", "regions", "extends", "replaces");

    private static final Set<String> OPEN = Set.of("circumstances", "moves", "breaches", "deadlines", "readings");

    private static final Form<String> PLACE =
            Form.matching("[A-Za-z0-9_.-]{1,128}", "被替换的位置，如 consequences", "the place replaced, such as consequences");

    private final RulebookReader.Bases bases;
    private final Faults faults;
    private final Set<String> seen;

    Extension(RulebookReader.Bases bases, Faults faults) {
        this(bases, faults, new HashSet<>());
    }

    private Extension(RulebookReader.Bases bases, Faults faults, Set<String> seen) {
        this.bases = bases;
        this.faults = faults;
        this.seen = seen;
    }

    /**
     * Returns the document with what its base contributes; a document that extends nothing as it is; and nothing where
     * the base cannot be had, as then nobody knows what is missing.
     */
    Optional<Value> complete(Value written) {
        if (!(written instanceof Value.Mapping mapping)) {
            return Optional.of(written);
        }
        Value.Entry named = mapping.entries().get("extends");
        if (named == null || !(named.value() instanceof Value.Scalar id)) {
            return Optional.of(written);
        }
        return base(id).map(base -> merge(base, mapping, id.place()));
    }

    private Optional<Value.Mapping> base(Value.Scalar id) {
        if (!seen.add(id.text())) {
            tell(id.place(), "extends", "循环引用 " + id.text(), id.text() + " extends itself in the end");
            return Optional.empty();
        }
        Optional<byte[]> file = bases.file(id.text());
        if (file.isEmpty()) {
            tell(id.place(), "extends", "没有规则册 " + id.text(), "there is no rulebook " + id.text());
            return Optional.empty();
        }
        Faults ofBase = new Faults();
        Optional<Value> base = YamlDocument.read(file.get(), ofBase)
                .flatMap(written -> new Extension(bases, ofBase, seen).complete(written));
        if (base.isPresent()) {
            new RulebookReading(base.get(), Section.of(base.get(), ofBase), "").read();
        }
        if (ofBase.count() > 0) {
            tell(id.place(), "extends", id.text() + " 本身有误", id.text() + " has faults itself");
        }
        return base.filter(found -> ofBase.count() == 0).map(Value.Mapping.class::cast);
    }

    private Value merge(Value.Mapping base, Value.Mapping written, Place reference) {
        Section own = Section.of(written, faults);
        List<String> replaced = own.listOrNone("replaces", PLACE);
        for (String place : replaced) {
            if (Paths.find(base, place).isEmpty()) {
                own.misfitItem("replaces", place, "所扩展的规则册中没有 " + place, "the base has no " + place);
            } else if (Paths.find(written, place).isEmpty()) {
                own.misfitItem("replaces", place, "本文件没有写 " + place, "this file does not say " + place);
            }
        }
        Map<String, Value.Entry> merged = new LinkedHashMap<>(written.entries());
        base.entries().forEach((key, entry) -> {
            Value.Entry mine = written.entries().get(key);
            if (!OWN.contains(key)) {
                Value kept = without(replaced, key, moved(entry.value(), reference));
                merged.put(
                        key,
                        mine == null
                                ? new Value.Entry(reference, kept)
                                : new Value.Entry(mine.key(), merge(kept, mine.value(), key, replaced)));
            }
        });
        return new Value.Mapping(written.place(), merged);
    }

    private Value merge(Value base, Value written, String path, List<String> replaced) {
        if (replaced.contains(path)) {
            return written;
        }
        if (base instanceof Value.Mapping before && written instanceof Value.Mapping after) {
            Map<String, Value.Entry> merged = new LinkedHashMap<>(before.entries());
            after.entries().forEach((key, entry) -> {
                String at = Paths.key(path, key);
                Value.Entry old = before.entries().get(key);
                if (old == null && !OPEN.contains(path) && !replaced.contains(at)) {
                    tell(
                            entry.key(),
                            at,
                            "在被扩展的规则册已写的内容中增加了一项；请在 replaces 中写明 " + path,
                            "adds to what the base says; name " + path + " under replaces");
                }
                Value value = old == null ? entry.value() : merge(old.value(), entry.value(), at, replaced);
                merged.put(key, new Value.Entry(entry.key(), value));
            });
            return new Value.Mapping(after.place(), merged);
        }
        if (!said(base).equals(said(written))) {
            tell(
                    written.place(),
                    path,
                    "改变了被扩展的规则册的值；请在 replaces 中写明 " + path,
                    "changes a value of the base; name " + path + " under replaces");
        }
        return written;
    }

    /**
     * Drops the base's readings of its header and of places that are replaced: their reasons were for another choice.
     */
    private static Value without(List<String> replaced, String key, Value value) {
        if (!key.equals("readings") || !(value instanceof Value.Mapping readings)) {
            return value;
        }
        Map<String, Value.Entry> kept = new LinkedHashMap<>(readings.entries());
        kept.keySet()
                .removeIf(place -> Stream.concat(OWN.stream(), replaced.stream())
                        .anyMatch(r -> place.equals(r) || place.startsWith(r + ".") || place.startsWith(r + "[")));
        return new Value.Mapping(value.place(), kept);
    }

    /** What a value says, wherever it stands. */
    private static Object said(Value value) {
        return switch (value) {
            case Value.Mapping mapping -> {
                Map<String, Object> all = new LinkedHashMap<>();
                mapping.entries().forEach((key, entry) -> all.put(key, said(entry.value())));
                yield all;
            }
            case Value.Sequence sequence ->
                sequence.items().stream().map(Extension::said).toList();
            case Value.Scalar scalar -> List.of(scalar.kind(), scalar.text());
            case Value.Unreadable unreadable -> unreadable;
        };
    }

    /** Gives everything of the base the one place in this file that can be pointed at. */
    private static Value moved(Value value, Place to) {
        return switch (value) {
            case Value.Mapping mapping -> {
                Map<String, Value.Entry> all = new LinkedHashMap<>();
                mapping.entries().forEach((key, entry) -> all.put(key, new Value.Entry(to, moved(entry.value(), to))));
                yield new Value.Mapping(to, all);
            }
            case Value.Sequence sequence ->
                new Value.Sequence(
                        to,
                        sequence.items().stream().map(item -> moved(item, to)).toList());
            case Value.Scalar scalar -> new Value.Scalar(to, scalar.text(), scalar.kind());
            case Value.Unreadable unreadable -> new Value.Unreadable(to);
        };
    }

    private void tell(Place place, String path, String zh, String en) {
        faults.add(place, path, Fault.Kind.SENSE, zh, en);
    }
}
