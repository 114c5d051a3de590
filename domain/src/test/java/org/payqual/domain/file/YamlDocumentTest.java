package org.payqual.domain.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlDocumentTest {

    private static String told(byte[] file) {
        Faults faults = new Faults();
        YamlDocument.read(file, faults);
        return faults.all().stream().map(Fault::toString).collect(Collectors.joining(" // "));
    }

    private static byte[] bytes(String text) {
        return text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Value read(String text) {
        Faults faults = new Faults();
        Optional<Value> read = YamlDocument.read(bytes(text), faults);
        assertThat(faults.all()).isEmpty();
        return read.orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    "" | 1:1 the file is empty
                    # a remark alone | 1:1 the file is empty
                    a: 1\\n--- \\nb: 2 | 3:1 a second document in one file
                    a: 1\\na: 2\\na: 3 | 2:1 a: the same key twice; first in line 1 // 3:1 a: the same key twice; first in line 1
                    a: {b: 1, b: 2} | 1:11 a.b: the same key twice; first in line 1
                    'a': 1\\n"a": 2 | 2:1 a: the same key twice; first in line 1
                    a: &x 1\\nb: *x\\n<<: *x | 1:4 a: anchors (&) are not allowed // 2:4 b: aliases (*) are not allowed // 3:5 <<: aliases (*) are not allowed
                    &x a: 1 | 1:1 anchors (&) are not allowed
                    *x : 1 | 1:1 a key must be a single word
                    a: !ruby/object 1\\nb: !!set {c: 1} | 1:4 a: tags (!) are not allowed // 2:4 b: tags (!) are not allowed
                    a: [1, {b: !x 2}] | 1:12 a[2].b: tags (!) are not allowed
                    [a, b]: 1\\nc: 2 | 1:1 a key must be a single word
                    a: 'open | 1:9 not YAML: found unexpected end of stream
                    a: b: c | 1:5 not YAML: mapping values are not allowed here
                    a: 1\\n  b: 2 | 2:4 not YAML: mapping values are not allowed here
                    a: [1, 2 | 1:9 not YAML: expected ',' or ']', but got <stream end>
                    - a\\nb: 1 | 2:1 not YAML: expected <block end>, but found '?'
                    甲乙: {丙: !x 1} | 1:9 甲乙.丙: tags (!) are not allowed
                    """)
    void tells_each_fault_of_writing(String text, String faults) {
        assertThat(told(bytes(text))).isEqualTo(faults);
    }

    @Test
    void tells_where_the_encoding_breaks_and_which_characters_cannot_be_printed() {
        byte[] file = bytes("a: 1\\nb: 乙x");
        file[file.length - 1] = (byte) 0xff;
        assertThat(told(file)).isEqualTo("2:5 not UTF-8 from here on");
        assertThat(told(bytes("a: \u0000\\nbc: 乙\u0007")))
                .isEqualTo("1:4 character U+0000 cannot be printed // 2:6 character U+0007 cannot be printed");
    }

    @Test
    void reads_no_more_than_a_mebibyte() {
        assertThat(told(new byte[YamlText.LIMIT + 1])).isEqualTo("1:1 the file is larger than 1 MiB (1048577 bytes)");
        assertThat(told(bytes("a: " + "x".repeat(YamlText.LIMIT - 3)))).isEmpty();
    }

    @Test
    void is_not_impressed_by_depth_or_number() {
        assertThat(told(bytes("[".repeat(20) + "]".repeat(20)))).isEmpty();
        assertThat(told(bytes("[".repeat(21) + "]".repeat(21))))
                .isEqualTo("1:21 " + "[1]".repeat(20) + ": nested too deeply");
        // Nothing is read beyond: the end of the file, which is missing here, is not told any more.
        assertThat(told(bytes("[".repeat(200_000)))).isEqualTo("1:21 " + "[1]".repeat(20) + ": nested too deeply");
        assertThat(told(bytes("{? " + "[".repeat(200_000))))
                .isEqualTo("1:4 a key must be a single word // 1:24 nested too deeply");
        assertThat(told(bytes("? " + "k".repeat(100_000) + "\\n: 1"))).isEqualTo("1:3 a key must be a single word");
        Faults faults = new Faults();
        YamlDocument.read(bytes("a: 1\\n".repeat(10_000)), faults);
        assertThat(faults.count()).isEqualTo(9_999);
        assertThat(faults.all()).hasSize(Faults.LIMIT);
    }

    @Test
    void keeps_the_place_of_every_value_and_what_it_is() {
        Value.Mapping root = (Value.Mapping) read("\uFEFFtext: '1'\\nlist:\\n  - 2\\n  - {deep: true}\\n");
        assertThat(Paths.find(root, "text")).contains(new Value.Scalar(new Place(1, 7), "1", Value.Scalar.Kind.TEXT));
        assertThat(Paths.find(root, "list[1]"))
                .contains(new Value.Scalar(new Place(3, 5), "2", Value.Scalar.Kind.WHOLE));
        assertThat(Paths.find(root, "list[2].deep"))
                .contains(new Value.Scalar(new Place(4, 12), "true", Value.Scalar.Kind.TRUTH));
        assertThat(root.entries().get("list").key()).isEqualTo(new Place(2, 1));
        assertThat(Paths.find(root, "list[3]")).isEmpty();
        assertThat(Paths.find(root, "list.deep")).isEmpty();
        assertThat(Paths.find(root, "text.more")).isEmpty();
    }

    @Test
    void finds_keys_that_hold_dots() {
        Value root = read("a: {b.c: {d: 1}, b: {e: 2}}");
        assertThat(Paths.find(root, "a.b.c.d")).isPresent();
        assertThat(Paths.find(root, "a.b.e")).isPresent();
        assertThat(Paths.find(root, "a.b.c.e")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "yes, TEXT",
        "'''true''', TEXT",
        "true, TRUTH",
        "~, NOTHING",
        "12, WHOLE",
        "0x1F, WHOLE",
        "1.5, DECIMAL",
        "1e3, DECIMAL",
        "2025-01-01, TEXT",
        "1..3, TEXT",
        "20 %, TEXT"
    })
    void takes_scalars_as_yaml_1_2_does(String written, Value.Scalar.Kind kind) {
        Value value = Paths.find(read("a: " + written), "a").orElseThrow();
        assertThat(((Value.Scalar) value).kind()).isEqualTo(kind);
    }

    @Property(tries = 2_000)
    void any_bytes_are_read_or_told(@ForAll @Size(max = 60) byte[] file) {
        Faults faults = new Faults();
        boolean read = YamlDocument.read(file, faults).isPresent();
        assertThat(read || faults.count() > 0).isTrue();
    }
}
