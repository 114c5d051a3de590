package org.payqual.ops.http;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;

/**
 * Reads query parameters and path variables as strictly as JSON: nothing empty, trimmed, hexadecimal or nearly right.
 */
final class StrictParameters {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private StrictParameters() {}

    /** Replaces the lenient readings of the framework. */
    static void register(FormatterRegistry registry) {
        registry.addConverter(
                String.class,
                LocalDate.class,
                text -> DatesAccepted.USUAL.read(text).orElseThrow(StrictParameters::wrong));
        registry.addConverter(String.class, Long.class, StrictParameters::wholeNumber);
        registry.addConverter(String.class, long.class, StrictParameters::wholeNumber);
        registry.addConverter(String.class, Integer.class, text -> Math.toIntExact(wholeNumber(text)));
        registry.addConverter(String.class, int.class, text -> Math.toIntExact(wholeNumber(text)));
        registry.addConverter(String.class, Boolean.class, StrictParameters::trueOrFalse);
        registry.addConverter(String.class, boolean.class, StrictParameters::trueOrFalse);
        registry.addConverterFactory(new ExactNames());
    }

    private static long wholeNumber(String text) {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw wrong();
        }
        return Long.parseLong(text);
    }

    private static boolean trueOrFalse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong();
        };
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("not of the form wanted");
    }

    @SuppressWarnings("rawtypes")
    private static final class ExactNames implements ConverterFactory<String, Enum> {

        @Override
        public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
            return text -> Arrays.stream(type.getEnumConstants())
                    .filter(it -> it.name().equals(text))
                    .findAny()
                    .orElseThrow(StrictParameters::wrong);
        }
    }
}
