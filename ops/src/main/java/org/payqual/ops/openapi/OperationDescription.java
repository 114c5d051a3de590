package org.payqual.ops.openapi;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Submission;
import org.payqual.command.answer.Entered;
import org.payqual.command.answer.MayBeKnown;
import org.payqual.domain.access.Needs;
import org.payqual.ops.access.AbilityRoles;
import org.payqual.ops.http.CommandHeaders;
import org.payqual.ops.http.StrictJson;
import org.payqual.ops.problem.Correlation;
import org.payqual.ops.problem.ProblemWriter;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/** Adds to each operation its example, who may use it, the headers of commands and the answers that say no. */
final class OperationDescription implements GlobalOperationCustomizer {

    private static final Type ENTERED = ResolvableType.forClassWithGenerics(ResponseEntity.class, Entered.class)
            .getType();

    private static final Map<String, String> REFUSALS_OF_ALL = new TreeMap<>(Map.of(
            "400", "请求有误 / malformed",
            "401", "未通过身份验证 / no valid token",
            "403", "无权办理 / not allowed",
            "404", "未找到 / unknown",
            "503", "暂时无法办理 / not now, see Retry-After"));

    private static final Map<String, String> REFUSALS_OF_COMMANDS = new TreeMap<>(Map.of(
            "409", "与已记录的内容冲突 / stale version, reused key, or out of order",
            "413", "请求内容过大 / body too large",
            "415", "不支持的内容类型 / not JSON in UTF-8",
            "422", "依规不予办理 / refused by a rule, see provision"));

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.setOperationId(handler.getMethod().getName());
        Needs needs = handler.getMethodAnnotation(Needs.class);
        if (needs != null) {
            operation.setDescription("角色 / roles: " + AbilityRoles.text(needs.value()));
            operation.addExtension("x-ability", needs.value().name());
        }
        REFUSALS_OF_ALL.forEach((status, text) -> refuse(operation, status, text));
        if (takesSubmission(handler)) {
            operation.addParametersItem(header(CommandHeaders.KEY, true, "1–200 ASCII", "6f1d8c1e-entry-17"));
            operation.addParametersItem(
                    header(CommandHeaders.EXPECTED_VERSION, false, "the stream's version as you know it", "\"17\""));
            REFUSALS_OF_COMMANDS.forEach((status, text) -> refuse(operation, status, text));
        }
        if (ENTERED.equals(handler.getReturnType().getGenericParameterType())) {
            recorded(operation, handler);
        }
        OperationExample.of(operation.getOperationId()).ifPresent(it -> show(operation, it));
        return operation;
    }

    /** What is recorded anew is told by 201; by 200 only where it can have been there before. */
    private static void recorded(Operation operation, HandlerMethod handler) {
        ApiResponse answer = requireNonNull(operation.getResponses().remove("200"));
        ApiResponse created = new ApiResponse().content(answer.getContent()).description("已记录 / recorded");
        created.addHeaderObject(
                HttpHeaders.LOCATION, new Header().schema(new StringSchema()).description("where to read of it"));
        created.addHeaderObject(
                HttpHeaders.ETAG, new Header().schema(new StringSchema()).description("the stream's version"));
        operation.getResponses().addApiResponse("201", created);
        if (handler.hasMethodAnnotation(MayBeKnown.class)) {
            operation.getResponses().addApiResponse("200", answer.description("此前已记录 / recorded before"));
        }
    }

    private static void show(Operation operation, OperationExample example) {
        operation.setSummary(example.summary() + " / " + example.summaryEn());
        if (operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), example.request());
        }
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeaderObject(
                        Correlation.HEADER,
                        new Header().schema(new StringSchema()).description("this request's id"));
                show(response.getContent(), example.answer());
            }
        });
    }

    private static void show(@Nullable Content content, @Nullable JsonNode example) {
        if (content != null && example != null) {
            Object plain = StrictJson.mapper().treeToValue(example, Object.class);
            content.values().forEach(it -> it.setExample(plain));
        }
    }

    private static boolean takesSubmission(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(it -> it.getParameterType() == Submission.class);
    }

    private static HeaderParameter header(String name, boolean required, String description, String example) {
        HeaderParameter parameter = new HeaderParameter();
        parameter.name(name).required(required).description(description).schema(new StringSchema());
        parameter.setExample(example);
        return parameter;
    }

    private static void refuse(Operation operation, String status, String text) {
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(text)
                                .content(new Content()
                                        .addMediaType(
                                                ProblemWriter.MEDIA_TYPE,
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + ProblemSchema.NAME)))));
    }
}
