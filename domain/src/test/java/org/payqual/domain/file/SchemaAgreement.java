package org.payqual.domain.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.payqual.domain.file.Value.Scalar.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * That a reader and the JSON schema of its files say the same of form: it changes every single place of a sound
 * document in every way below, and asks both.
 */
public final class SchemaAgreement {

    private static final Place HERE = Place.START;

    private static final List<Value> OTHERS = List.of(
            new Value.Scalar(HERE, "?!", Kind.TEXT),
            new Value.Scalar(HERE, " ", Kind.TEXT),
            new Value.Scalar(HERE, "7", Kind.WHOLE),
            new Value.Scalar(HERE, "1000000", Kind.WHOLE),
            new Value.Scalar(HERE, "0.5", Kind.DECIMAL),
            new Value.Scalar(HERE, "true", Kind.TRUTH),
            new Value.Scalar(HERE, "", Kind.NOTHING),
            new Value.Mapping(HERE, Map.of()),
            new Value.Sequence(HERE, List.of()));

    private final Schema schema;
    private final BiConsumer<Value, Faults> reader;
    private int asked;

    /**
     * Takes what is to be compared.
     *
     * @param schema the JSON schema's file
     * @param reader tells the faults of a document
     */
    public SchemaAgreement(InputStream schema, BiConsumer<Value, Faults> reader) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
        this.reader = reader;
    }

    /** Asserts that the schema accepts a sound document. */
    public void accepts(byte[] file) {
        assertThat(schema.validate(json(document(file)))).isEmpty();
    }

    /** Asserts that schema and reader agree on every change of a sound document. */
    public void holdsFor(byte[] file) {
        change(document(file), "", this::agreeOn);
        assertThat(asked).isGreaterThan(100);
    }

    private static Value document(byte[] file) {
        Faults faults = new Faults();
        Value document = YamlDocument.read(file, faults).orElseThrow();
        assertThat(faults.all()).isEmpty();
        return document;
    }

    private void agreeOn(Value changed) {
        asked++;
        Faults faults = new Faults();
        reader.accept(changed, faults);
        List<Fault> ofForm =
                faults.all().stream().filter(f -> f.kind() == Fault.Kind.FORM).toList();
        List<?> ofSchema = schema.validate(json(changed));
        assertThat(ofForm.isEmpty())
                .as(() -> "reader: %s%nschema: %s%ndocument: %s".formatted(ofForm, ofSchema, json(changed)))
                .isEqualTo(ofSchema.isEmpty());
    }

    /** Hands on the value with one change at a time, here and at every place below. */
    private static void change(Value value, String path, Consumer<Value> changed) {
        if (!path.isEmpty()) {
            OTHERS.forEach(changed);
        }
        if (value instanceof Value.Mapping mapping) {
            changed.accept(with(mapping, "unknownKey", OTHERS.getFirst()));
            mapping.entries().forEach((key, entry) -> {
                changed.accept(without(mapping, key));
                change(entry.value(), Paths.key(path, key), other -> changed.accept(with(mapping, key, other)));
            });
        }
        if (value instanceof Value.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                int index = i;
                change(
                        sequence.items().get(i),
                        Paths.item(path, i),
                        other -> changed.accept(with(sequence, index, other)));
            }
            changed.accept(twice(sequence));
        }
    }

    private static Value with(Value.Mapping mapping, String key, Value value) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>(mapping.entries());
        entries.put(key, new Value.Entry(HERE, value));
        return new Value.Mapping(HERE, entries);
    }

    private static Value without(Value.Mapping mapping, String key) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>(mapping.entries());
        entries.remove(key);
        return new Value.Mapping(HERE, entries);
    }

    private static Value with(Value.Sequence sequence, int index, Value value) {
        List<Value> items = new ArrayList<>(sequence.items());
        items.set(index, value);
        return new Value.Sequence(HERE, items);
    }

    private static Value twice(Value.Sequence sequence) {
        List<Value> items = new ArrayList<>(sequence.items());
        items.addAll(sequence.items());
        return new Value.Sequence(HERE, items);
    }

    private static JsonNode json(Value value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (value) {
            case Value.Mapping mapping -> {
                ObjectNode object = json.objectNode();
                mapping.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
                yield object;
            }
            case Value.Sequence sequence -> {
                ArrayNode array = json.arrayNode();
                sequence.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case Value.Scalar scalar ->
                switch (scalar.kind()) {
                    case TEXT -> json.stringNode(scalar.text());
                    case WHOLE -> json.numberNode(new BigInteger(scalar.text()));
                    case DECIMAL -> json.numberNode(new BigDecimal(scalar.text()));
                    case TRUTH -> json.booleanNode(Boolean.parseBoolean(scalar.text()));
                    case NOTHING -> json.nullNode();
                };
            case Value.Unreadable unreadable -> throw new IllegalStateException("not in a sound document");
        };
    }
}
