package org.payqual.ops.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.payqual.query.knowledge.DatesAccepted;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as the API speaks it. What is read must be exactly what is meant: no unknown or repeated fields, no value of
 * another type, nothing after the end, nothing missing that is not {@code @Nullable}, no nesting beyond what any
 * request needs.
 */
public final class StrictJson {

    /** How deeply objects and arrays may nest. */
    static final int MAX_DEPTH = 20;

    private static final int MAX_TEXT = 64 * 1024;
    private static final int MAX_NAME = 100;
    private static final int MAX_DIGITS = 40;

    private static final JsonMapper MAPPER = build();

    private StrictJson() {}

    /** Gives the mapper for request and answer bodies. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static JsonMapper build() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_TEXT)
                        .maxNameLength(MAX_NAME)
                        .maxNumberLength(MAX_DIGITS)
                        .build())
                .build();
        SimpleModule strictValues = new SimpleModule("strict-values");
        strictValues.setDeserializers(new ExactEnums()
                .addDeserializer(String.class, new StrictText())
                .addDeserializer(LocalDate.class, new StrictDate(DatesAccepted.USUAL)));
        return JsonMapper.builder(factory)
                .addModule(strictValues)
                .annotationIntrospector(new RequiredUnlessNullable())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(it -> it.setAcceptBlankAsEmpty(false)
                        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Collection,
                        it -> it.setAcceptBlankAsEmpty(false)
                                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.TryConvert))
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }
}
