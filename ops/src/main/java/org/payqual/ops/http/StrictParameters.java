package org.payqual.ops.http;

import java.util.regex.Pattern;

/**
 * The written forms of values in queries that the framework alone would read more loosely: hexadecimal, "yes", "on".
 */
final class StrictParameters {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final Pattern TRUE_OR_FALSE = Pattern.compile("true|false");

    private StrictParameters() {}

    /** Tells whether text has the form of a type; types not known here are left to their own readers. */
    static boolean hasFormOf(Class<?> type, String text) {
        if (type == Long.class || type == long.class || type == Integer.class || type == int.class) {
            return WHOLE_NUMBER.matcher(text).matches();
        }
        if (type == Boolean.class || type == boolean.class) {
            return TRUE_OR_FALSE.matcher(text).matches();
        }
        return true;
    }
}
