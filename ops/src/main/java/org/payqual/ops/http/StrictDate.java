package org.payqual.ops.http;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Earliest;
import org.payqual.query.knowledge.DatesAccepted;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads one of the {@link DatesAccepted}; a field may be {@link Earliest} to reach further back. */
final class StrictDate extends StdScalarDeserializer<LocalDate> {

    private final transient DatesAccepted accepted;

    StrictDate(DatesAccepted accepted) {
        super(LocalDate.class);
        this.accepted = accepted;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        Earliest earliest = property == null ? null : property.getAnnotation(Earliest.class);
        return earliest == null ? this : new StrictDate(accepted.from(LocalDate.parse(earliest.value())));
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        return accepted.read(parser.getString()).orElseGet(() -> (LocalDate) context.handleWeirdStringValue(
                LocalDate.class, "", "not from %s to %s", accepted.first(), accepted.last()));
    }
}
