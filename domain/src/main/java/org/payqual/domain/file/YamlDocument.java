package org.payqual.domain.file;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * One YAML 1.2 document, kept with the place of every key and value. Only what a reader can follow line by line is let
 * in: no anchors and aliases (a name that stands for other lines, and the stuff of bombs), no tags, no key twice, no
 * second document, no nesting beyond what any of our files needs.
 */
public final class YamlDocument {

    private static final int DEEPEST = 20;

    /** Keys come back in the path of every fault below them. */
    private static final int LONGEST_KEY = 200;

    private final Iterator<Event> events;
    private final Faults faults;
    private final CoreSchema schema = new CoreSchema();

    private YamlDocument(Iterator<Event> events, Faults faults) {
        this.events = events;
        this.faults = faults;
    }

    /**
     * Reads a file.
     *
     * @param file its bytes, in UTF-8
     * @param faults where every fault of writing goes
     * @return the document as far as it can be read, or nothing
     */
    public static Optional<Value> read(byte[] file, Faults faults) {
        return YamlText.decode(file, faults).flatMap(text -> {
            LoadSettings settings = LoadSettings.builder().build();
            return new YamlDocument(new Parse(settings).parseString(text).iterator(), faults).document();
        });
    }

    private Optional<Value> document() {
        Value root = null;
        try {
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof NodeEvent node) {
                    root = root == null ? value(node, "", 1) : second(root, node);
                }
            }
        } catch (YamlEngineException broken) {
            tellBroken(broken);
            return Optional.empty();
        } catch (TooDeep told) {
            return Optional.empty();
        }
        if (root == null) {
            faults.add(Place.START, "", Fault.Kind.SYNTAX, "文件为空", "the file is empty");
        }
        return Optional.ofNullable(root);
    }

    private Value second(Value first, NodeEvent node) {
        tell(node, "", "文件中有第二个文档", "a second document in one file");
        skip(node, "");
        return first;
    }

    private Value value(NodeEvent event, String path, int depth) {
        Place place = place(event.getStartMark());
        if (event instanceof AliasEvent) {
            tell(event, path, "不允许使用别名（*）", "aliases (*) are not allowed");
            return new Value.Unreadable(place);
        }
        refuseProperties(event, path);
        if (event instanceof ScalarEvent scalar) {
            return new Value.Scalar(place, scalar.getValue(), kind(scalar));
        }
        if (depth > DEEPEST) {
            throw tooDeep(event, path);
        }
        return event instanceof MappingStartEvent ? mapping(place, path, depth) : sequence(place, path, depth);
    }

    private Value mapping(Place place, String path, int depth) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event instanceof NodeEvent node; event = events.next()) {
            String key = key(node, path);
            Value value = value((NodeEvent) events.next(), key == null ? path : Paths.key(path, key), depth + 1);
            if (key != null) {
                Value.Entry earlier = entries.putIfAbsent(key, new Value.Entry(place(node.getStartMark()), value));
                if (earlier != null) {
                    int line = earlier.key().line();
                    tell(
                            node,
                            Paths.key(path, key),
                            "重复的键，第一次出现在第 " + line + " 行",
                            "the same key twice; first in line " + line);
                }
            }
        }
        return new Value.Mapping(place, entries);
    }

    private @Nullable String key(NodeEvent event, String path) {
        if (event instanceof ScalarEvent scalar && scalar.getValue().length() <= LONGEST_KEY) {
            refuseProperties(event, path);
            return scalar.getValue();
        }
        tell(event, path, "键必须是一个词", "a key must be a single word");
        skip(event, path);
        return null;
    }

    private Value sequence(Place place, String path, int depth) {
        List<Value> items = new ArrayList<>();
        for (Event event = events.next(); event instanceof NodeEvent node; event = events.next()) {
            items.add(value(node, Paths.item(path, items.size()), depth + 1));
        }
        return new Value.Sequence(place, items);
    }

    private Value.Scalar.Kind kind(ScalarEvent scalar) {
        Tag tag = schema.getScalarResolver().resolve(scalar.getValue(), scalar.isPlain());
        if (tag.equals(Tag.INT)) {
            return Value.Scalar.Kind.WHOLE;
        }
        if (tag.equals(Tag.FLOAT)) {
            return Value.Scalar.Kind.DECIMAL;
        }
        if (tag.equals(Tag.BOOL)) {
            return Value.Scalar.Kind.TRUTH;
        }
        return tag.equals(Tag.NULL) ? Value.Scalar.Kind.NOTHING : Value.Scalar.Kind.TEXT;
    }

    private void refuseProperties(NodeEvent event, String path) {
        Optional<String> tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.empty();
        };
        if (event.getAnchor().isPresent()) {
            tell(event, path, "不允许使用锚点（&）", "anchors (&) are not allowed");
        }
        if (tag.isPresent()) {
            tell(event, path, "不允许使用标签（!）", "tags (!) are not allowed");
        }
    }

    private void skip(NodeEvent event, String path) {
        int open = event instanceof CollectionStartEvent ? 1 : 0;
        while (open > 0) {
            Event next = events.next();
            if (next instanceof CollectionStartEvent deeper) {
                if (++open > DEEPEST) {
                    throw tooDeep(deeper, path);
                }
            } else if (!(next instanceof NodeEvent)) {
                open--;
            }
        }
    }

    private TooDeep tooDeep(NodeEvent event, String path) {
        tell(event, path, "嵌套过深", "nested too deeply");
        return new TooDeep();
    }

    private void tell(NodeEvent event, String path, String zh, String en) {
        faults.add(place(event.getStartMark()), path, Fault.Kind.SYNTAX, zh, en);
    }

    private void tellBroken(YamlEngineException broken) {
        Place place = Place.START;
        String problem = "unreadable";
        if (broken instanceof MarkedYamlEngineException marked) {
            place = place(marked.getProblemMark().or(marked::getContextMark));
            problem = marked.getProblem();
        }
        faults.add(place, "", Fault.Kind.SYNTAX, "不是有效的 YAML：" + problem, "not YAML: " + problem);
    }

    private static Place place(Optional<Mark> mark) {
        return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(Place.START);
    }

    /**
     * Ends the reading, once its place is told: the parser takes time with the square of the depth, so that a small
     * file of brackets alone would keep it busy for minutes.
     */
    private static final class TooDeep extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
