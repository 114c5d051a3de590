package org.payqual.ops.http;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads text that is Unicode all through: a lone surrogate has no UTF-8, and the database keeps no zero character. Of
 * control characters only tab and line ends are text.
 */
final class StrictText extends StdScalarDeserializer<String> {

    StrictText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String text = parser.getString();
        if (!isText(text)) {
            return (String) context.handleWeirdStringValue(String.class, "", "not text");
        }
        return text;
    }

    /** Tells whether this is text, as opposed to halves of characters or control characters. */
    static boolean isText(String candidate) {
        return candidate
                .codePoints()
                .noneMatch(it -> (it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE)
                        || (Character.isISOControl(it) && it != '\t' && it != '\n' && it != '\r'));
    }
}
