package org.payqual.ops.openapi;

import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;

/** The form of every answer that says no. */
final class ProblemSchema {

    static final String NAME = "Problem";

    private ProblemSchema() {}

    static Schema<?> schema() {
        Schema<Object> schema = new Schema<>();
        schema.type("object").description("RFC 9457. It never repeats what was sent.");
        schema.required(List.of("type", "title", "titleEn", "status", "detail", "detailEn", "code"));
        schema.addProperty("type", text("urn:payqual:problem:<code>"));
        schema.addProperty("title", text("the kind of problem, in Chinese"));
        schema.addProperty("titleEn", text("the same in English"));
        schema.addProperty("status", number("the HTTP status"));
        schema.addProperty("detail", text("what is wrong, in Chinese"));
        schema.addProperty("detailEn", text("the same in English"));
        schema.addProperty("code", text("a stable word for programs"));
        schema.addProperty("provision", text("citation of the rule on which a refusal rests, such as TJ-31.2.1"));
        schema.addProperty("field", text("the field, parameter or header at fault, such as findings[0].points"));
        schema.addProperty("line", number("the line of malformed JSON, from 1"));
        schema.addProperty("column", number("the column of malformed JSON, from 1"));
        schema.addProperty("faults", faults());
        schema.addProperty("currentVersion", number("the version as it is, -1 where nothing is recorded yet"));
        schema.addProperty("correlation", text("under which the operator's log says more"));
        return schema;
    }

    private static Schema<?> faults() {
        Schema<Object> fault = new Schema<>();
        fault.type("object");
        fault.addProperty("field", text("the field at fault"));
        fault.addProperty("line", number("the line of a file, from 1"));
        fault.addProperty("column", number("the column of a file, from 1"));
        fault.addProperty("detail", text("what is wrong, in Chinese"));
        fault.addProperty("detailEn", text("the same in English"));
        Schema<Object> faults = new Schema<>();
        faults.type("array").description("each fault of a body that has several, or of a file");
        faults.setItems(fault);
        return faults;
    }

    private static Schema<?> number(String description) {
        return new IntegerSchema().description(description);
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }
}
