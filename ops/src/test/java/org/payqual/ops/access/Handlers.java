package org.payqual.ops.access;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.OutputStream;
import java.io.Writer;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Submission;
import org.payqual.domain.access.AtInstitution;
import org.payqual.domain.access.Needs;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.openapi.OperationExample;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;

/** Finds the handlers of requests on the class path and what each of them lacks. */
final class Handlers {

    private Handlers() {}

    /** Finds all handlers below a package, but those of the probe unless it is asked for. */
    static List<Method> below(String root) throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles("probe");
        scan.setEnvironment(environment);
        List<Method> handlers = new ArrayList<>();
        for (var candidate : scan.findCandidateComponents(root)) {
            Class<?> type = Class.forName(candidate.getBeanClassName());
            if (!ErrorController.class.isAssignableFrom(type)
                    && (root.contains("probe") || !type.getPackageName().contains("probe"))) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(it -> AnnotatedElementUtils.hasAnnotation(it, RequestMapping.class))
                        .forEach(handlers::add);
            }
        }
        return handlers;
    }

    /** Says what a handler lacks, nothing where it is complete. */
    static List<String> faults(Method handler) {
        List<String> faults = new ArrayList<>();
        Needs needs = handler.getAnnotation(Needs.class);
        if (needs == null) {
            faults.add("names no ability");
        } else {
            if (!showsWhomItIsAbout(handler, needs)) {
                faults.add("does not show whom it is about to roles with limits");
            }
            if (needs.value().readsPeople() && !answersByABody(handler)) {
                faults.add("answers past the access record");
            }
            if (!needs.value().name().startsWith("READ_") && !takes(handler, it -> it == Submission.class)) {
                faults.add("records something without a submission");
            }
        }
        Optional<OperationExample> example = OperationExample.of(handler.getName());
        if (example.isEmpty()) {
            faults.add("has no example");
        } else if (body(handler).isPresent() == (example.get().request() == null)) {
            faults.add("has an example without its request, or with one too many");
        } else {
            answer(handler)
                    .ifPresent(it -> faults.addAll(misfits(it, example.get().answer())));
        }
        return faults;
    }

    /** Gives the type of the body that a handler takes, or says that it takes, where it is JSON. */
    static Optional<Type> body(Method handler) {
        io.swagger.v3.oas.annotations.parameters.RequestBody said =
                handler.getAnnotation(io.swagger.v3.oas.annotations.parameters.RequestBody.class);
        if (said != null) {
            Class<?> type = said.content()[0].schema().implementation();
            return type == Void.class ? Optional.empty() : Optional.of(type);
        }
        return Arrays.stream(handler.getParameters())
                .filter(it -> it.isAnnotationPresent(RequestBody.class) && it.getType() != byte[].class)
                .map(Parameter::getParameterizedType)
                .findAny();
    }

    /** Gives the record that a handler answers with, bare, as an entity, or as the first of those that it names. */
    private static Optional<Class<?>> answer(Method handler) {
        ApiResponse said = handler.getAnnotation(ApiResponse.class);
        if (said != null) {
            return Optional.of(said.content()[0].schema().oneOf()[0]);
        }
        Type type = handler.getGenericReturnType();
        Type inner = type instanceof ParameterizedType it && it.getRawType() == ResponseEntity.class
                ? it.getActualTypeArguments()[0]
                : type;
        return inner instanceof Class<?> it && it.isRecord() ? Optional.of(it) : Optional.empty();
    }

    /** Says which fields the example of an answer lacks, or has and should not. */
    private static List<String> misfits(Class<?> type, @Nullable JsonNode answer) {
        List<String> misfits = new ArrayList<>();
        Set<String> shown = new TreeSet<>(answer == null ? Set.of() : answer.propertyNames());
        for (RecordComponent component : type.getRecordComponents()) {
            boolean there = shown.remove(component.getName());
            if (!there && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                misfits.add("has an example whose answer lacks " + component.getName());
            }
        }
        shown.forEach(it -> misfits.add("has an example whose answer has " + it));
        return misfits;
    }

    private static boolean showsWhomItIsAbout(Method handler, Needs needs) {
        if (needs.permitsInside()) {
            return true;
        }
        List<String> paths = paths(handler);
        boolean person = paths.stream().allMatch(it -> it.contains("{person}"));
        boolean institution = paths.stream().allMatch(it -> it.contains("{institution}"));
        boolean body = takes(handler, AtInstitution.class::isAssignableFrom);
        return Arrays.stream(Role.values())
                .flatMap(role -> AccessRules.scope(needs.value(), role).stream())
                .allMatch(scope -> switch (scope) {
                    case ALL -> true;
                    // A person who asks about an institution is refused, which is clear enough.
                    case SELF, OWN_PEOPLE -> person || institution;
                    case OWN_INSTITUTION -> institution || body;
                });
    }

    private static List<String> paths(Method handler) {
        RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(handler, RequestMapping.class);
        RequestMapping all =
                AnnotatedElementUtils.findMergedAnnotation(handler.getDeclaringClass(), RequestMapping.class);
        String prefix = all == null || all.path().length == 0 ? "" : all.path()[0];
        return own.path().length == 0
                ? List.of(prefix)
                : Arrays.stream(own.path()).map(it -> prefix + it).toList();
    }

    private static boolean takes(Method handler, Predicate<Class<?>> type) {
        return Arrays.stream(handler.getParameterTypes()).anyMatch(type);
    }

    /** A stream or a view would be under way before the record could hold it back. */
    private static boolean answersByABody(Method handler) {
        Class<?> type = handler.getReturnType();
        return type != void.class
                && !type.getName().startsWith("org.springframework.web.servlet.")
                && !takes(handler, it -> OutputStream.class.isAssignableFrom(it) || Writer.class.isAssignableFrom(it));
    }
}
