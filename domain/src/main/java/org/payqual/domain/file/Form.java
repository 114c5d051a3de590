package org.payqual.domain.file;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.payqual.domain.file.Value.Scalar;

/**
 * What a single value must look like, and what it then means.
 *
 * @param expected what is expected, to complete "expected …"
 * @param kinds what YAML may take the value for
 * @param parse reads the text, or finds that it is something else
 * @param placeholder stands in for a value with a fault, so that reading goes on; it never gets out of a reader
 * @param <T> what is read
 */
public record Form<T>(Text expected, Set<Scalar.Kind> kinds, Function<String, Optional<T>> parse, T placeholder) {

    private static final Set<Scalar.Kind> TEXT = Set.of(Scalar.Kind.TEXT);

    /** Patterns are matched by recursion: a phrase of a hundred thousand characters would use up the stack. */
    private static final int LONGEST_PHRASE = 200;

    /** Asks for text that says something. */
    public static Form<String> text(int longest) {
        return new Form<>(
                new Text("一段文字（最多 " + longest + " 字）", "a text of at most " + longest + " characters"),
                TEXT,
                text -> Optional.of(text).filter(t -> !t.isBlank() && t.codePointCount(0, t.length()) <= longest),
                "");
    }

    /** Asks for text of a pattern. */
    public static Form<String> matching(String pattern, String zh, String en) {
        return phrase(pattern, zh, en, MatchResult::group, "");
    }

    /** Asks for text of a pattern, which is then understood. A meaning of nothing is a fault as well. */
    public static <T> Form<T> phrase(
            String pattern, String zh, String en, Function<MatchResult, T> meaning, T placeholder) {
        Pattern compiled = Pattern.compile(pattern);
        return new Form<>(
                new Text(zh, en),
                TEXT,
                text -> Optional.of(compiled.matcher(text))
                        .filter(m -> text.length() <= LONGEST_PHRASE && m.matches())
                        .map(m -> meaning.apply(m)),
                placeholder);
    }

    /** Asks for a whole number within bounds, both included. */
    public static Form<Integer> whole(int least, int most) {
        return new Form<>(
                new Text("整数 " + least + " 至 " + most, "a whole number from " + least + " to " + most),
                Set.of(Scalar.Kind.WHOLE),
                text -> text.matches("-?[0-9]{1,9}")
                        ? Optional.of(Integer.parseInt(text)).filter(n -> n >= least && n <= most)
                        : Optional.empty(),
                least);
    }

    /** Asks for true or false. */
    public static Form<Boolean> truth() {
        return new Form<>(
                new Text("true 或 false", "true or false"),
                Set.of(Scalar.Kind.TRUTH),
                text -> Optional.of(text.toLowerCase(Locale.ROOT).equals("true")),
                false);
    }

    /** Asks for a day of the years 2000 to 2199, as 2025-01-31. */
    public static Form<LocalDate> date() {
        return new Form<>(new Text("日期，如 2025-01-31", "a day, such as 2025-01-31"), TEXT, Form::day, LocalDate.EPOCH);
    }

    /** Asks for one of the terms of the field, by its name in capitals. */
    public static <E extends Enum<E>> Form<E> code(Class<E> terms) {
        Map<String, E> byName = new LinkedHashMap<>();
        Arrays.stream(terms.getEnumConstants()).forEach(term -> byName.put(term.name(), term));
        return oneOf(byName);
    }

    /** Asks for one of several choices, by its name in words. */
    public static <E extends Enum<E>> Form<E> words(Class<E> choices) {
        Map<String, E> byWords = new LinkedHashMap<>();
        Arrays.stream(choices.getEnumConstants()).forEach(choice -> byWords.put(words(choice), choice));
        return oneOf(byWords);
    }

    /** Asks for the one thing that can be said here. */
    public static Form<String> exactly(String words) {
        return oneOf(Map.of(words, words));
    }

    /** Asks for one of several words. */
    public static <T> Form<T> oneOf(Map<String, T> meanings) {
        String all = list(meanings.keySet());
        return new Form<>(
                meanings.size() == 1 ? new Text(all, all) : new Text("以下之一：" + all, "one of: " + all),
                TEXT,
                text -> Optional.ofNullable(meanings.get(text)),
                meanings.values().iterator().next());
    }

    /** Asks for what either form takes. */
    public static <T> Form<T> either(Form<? extends T> one, Form<? extends T> other) {
        return new Form<>(
                new Text(
                        one.expected.zh() + "，或" + other.expected.zh(),
                        one.expected.en() + ", or " + other.expected.en()),
                union(one.kinds, other.kinds),
                text -> {
                    Optional<T> first = one.parse.apply(text).map(Function.identity());
                    return first.isPresent() ? first : other.parse.apply(text).map(Function.identity());
                },
                one.placeholder);
    }

    /** Returns the same form, understood further. */
    public <R> Form<R> as(Function<T, R> meaning) {
        return new Form<>(expected, kinds, text -> parse.apply(text).map(meaning), meaning.apply(placeholder));
    }

    /** Reads a value, or finds that it has another form. */
    Optional<T> read(Value value) {
        return value instanceof Scalar scalar && kinds.contains(scalar.kind())
                ? parse.apply(scalar.text())
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text)
                    .filter(t -> t.matches("2[01][0-9]{2}-[0-9]{2}-[0-9]{2}"))
                    .map(LocalDate::parse);
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String words(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        return Set.copyOf(List.of(one, other).stream().flatMap(Set::stream).toList());
    }

    static String list(Collection<String> words) {
        return String.join(", ", words);
    }
}
