package org.payqual.ops.openapi;

import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Says in each schema which fields must be there: those that are not {@code @Nullable}, as requests are read. */
final class RequiredFields implements GlobalOpenApiCustomizer {

    private final Supplier<Collection<HandlerMethod>> handlers;

    RequiredFields(Supplier<Collection<HandlerMethod>> handlers) {
        this.handlers = handlers;
    }

    @Override
    public void customise(OpenAPI description) {
        Map<String, Class<?>> records = new TreeMap<>();
        for (HandlerMethod handler : handlers.get()) {
            if (handler.getBeanType().getPackageName().startsWith("org.payqual.")) {
                collect(handler.getReturnType().getGenericParameterType(), records);
                named(handler).forEach(it -> collect(it, records));
                for (MethodParameter parameter : handler.getMethodParameters()) {
                    collect(parameter.getGenericParameterType(), records);
                }
            }
        }
        description.getComponents().getSchemas().forEach((name, schema) -> {
            Class<?> type = records.get(name);
            if (type != null) {
                require(schema, required(type, schema));
            }
        });
    }

    @SuppressWarnings("unchecked") // The description's schemas are raw.
    private static void require(Schema<?> schema, List<String> names) {
        ((Schema<Object>) schema).setRequired(names);
    }

    private static List<String> required(Class<?> type, Schema<?> schema) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (schema.getProperties() != null
                    && schema.getProperties().containsKey(component.getName())
                    && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                names.add(component.getName());
            }
        }
        return names;
    }

    /** Gives the types that a handler names in words, because it reads or writes them itself. */
    private static List<Class<?>> named(HandlerMethod handler) {
        List<Class<?>> types = new ArrayList<>();
        RequestBody request = handler.getMethodAnnotation(RequestBody.class);
        ApiResponse answer = handler.getMethodAnnotation(ApiResponse.class);
        if (request != null) {
            Arrays.stream(request.content()).forEach(it -> types.add(it.schema().implementation()));
        }
        if (answer != null) {
            Arrays.stream(answer.content())
                    .forEach(it -> types.addAll(List.of(it.schema().oneOf())));
        }
        return types;
    }

    private static void collect(Type type, Map<String, Class<?>> records) {
        if (type instanceof ParameterizedType it) {
            Arrays.stream(it.getActualTypeArguments()).forEach(argument -> collect(argument, records));
            collect(it.getRawType(), records);
        } else if (type instanceof Class<?> it && it.isRecord() && records.put(it.getSimpleName(), it) == null) {
            for (RecordComponent component : it.getRecordComponents()) {
                collect(component.getGenericType(), records);
            }
        }
    }
}
