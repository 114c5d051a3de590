package org.payqual.command.intake;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Text;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The forms, headers and words that come with the product, as {@code intake/forms.json} lists them. */
final class Forms {

    private static final Pattern NOTES = Pattern.compile("\\([^)]*\\)|\\[[^]]*]|[\\s*:]");

    private final Map<FormName, Form> forms;
    private final Map<String, Map<String, String>> words;
    private final Set<String> ignored;

    private Forms(File file) {
        forms = new EnumMap<>(FormName.class);
        file.forms().forEach((name, written) -> forms.put(name, written.form(name)));
        words = new HashMap<>();
        file.words().forEach((list, meanings) -> {
            Map<String, String> plain = new HashMap<>();
            meanings.forEach((word, meaning) -> plain.put(plain(word), meaning));
            words.put(list, plain);
        });
        ignored = new HashSet<>(file.ignored().stream().map(Forms::plain).toList());
    }

    private record File(
            List<String> ignored, Map<FormName, WrittenForm> forms, Map<String, Map<String, String>> words) {}

    private record WrittenForm(String zh, String en, String knownBy, Map<String, WrittenColumn> columns) {
        Form form(FormName name) {
            List<Column> all = new ArrayList<>();
            columns.forEach((field, it) -> all.add(new Column(
                    field,
                    it.form(),
                    it.words(),
                    it.required(),
                    it.requiredWith(),
                    it.most(),
                    it.list(),
                    it.headers())));
            return new Form(name, new Text(zh, en), knownBy, all);
        }
    }

    private record WrittenColumn(
            ValueForm form,
            @Nullable String words,
            boolean required,
            @Nullable String requiredWith,
            int most,
            boolean list,
            List<String> headers) {}

    /** Reads what comes with the product. */
    static Forms shipped() {
        try (InputStream file = Forms.class.getResourceAsStream("/intake/forms.json")) {
            if (file == null) {
                throw new IllegalStateException("the forms are missing");
            }
            return new Forms(JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(file, File.class));
        } catch (IOException e) {
            throw new IllegalStateException("the forms cannot be read", e);
        }
    }

    /** Returns a form. */
    Form form(FormName name) {
        Form form = forms.get(name);
        if (form == null) {
            throw new IllegalStateException("no form " + name);
        }
        return form;
    }

    /** Returns all forms in the order in which a heading is compared with them. */
    List<Form> all() {
        return List.copyOf(forms.values());
    }

    /** Finds the column of a form that a header names. */
    static Optional<Column> named(Form form, String header) {
        String plain = plain(header);
        return form.columns().stream()
                .filter(it ->
                        it.headers().stream().anyMatch(known -> plain(known).equals(plain)))
                .findFirst();
    }

    /** Tells whether a header is one that nothing is taken from, such as the number of the row. */
    boolean isIgnored(String header) {
        return ignored.contains(plain(header));
    }

    /** Returns what a word of a list means. */
    Optional<String> meaning(String list, String word) {
        return Optional.ofNullable(words.getOrDefault(list, Map.of()).get(plain(word)));
    }

    /** Returns the words of a list, for saying which may stand in a column: those in Chinese, one for each meaning. */
    List<String> usual(String list) {
        Map<String, String> one = new HashMap<>();
        words.getOrDefault(list, Map.of()).forEach((word, meaning) -> {
            boolean chinese = word.codePoints().anyMatch(Character::isIdeographic);
            if (chinese) {
                one.merge(
                        meaning,
                        word,
                        (a, b) -> a.length() > b.length() || (a.length() == b.length() && a.compareTo(b) < 0) ? a : b);
            }
        });
        return one.values().stream().sorted().toList();
    }

    /** Brings a header or a word into the form in which they are compared: no notes in brackets, spaces or stars. */
    private static String plain(String written) {
        String ascii = Normalizer.normalize(written, Normalizer.Form.NFKC);
        return NOTES.matcher(ascii).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
