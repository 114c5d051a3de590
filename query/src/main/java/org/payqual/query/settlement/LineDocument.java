package org.payqual.query.settlement;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;

/** Reads the body {@code {"lines": [ … ]}}. */
final class LineDocument {

    /** The most lines of one document. */
    static final int MOST_LINES = 10_000;

    private static final String LINES = "lines";

    private LineDocument() {}

    /**
     * Reads all lines.
     *
     * @throws ProblemException if the document around the lines is not as it must be, or did not arrive whole
     * @throws JacksonException if it is not JSON
     */
    static List<ReadLine> read(InputStream body) {
        try (JsonParser json = LineReader.JSON.createParser(ObjectReadContext.empty(), body)) {
            require(json.nextToken() == JsonToken.START_OBJECT, "value-invalid", null);
            require(json.nextToken() == JsonToken.PROPERTY_NAME, "field-missing", LINES);
            require(json.currentName().equals(LINES), "field-unknown", null);
            require(json.nextToken() == JsonToken.START_ARRAY, "value-invalid", LINES);
            List<ReadLine> lines = lines(json);
            require(json.nextToken() == JsonToken.END_OBJECT, "field-unknown", null);
            require(json.nextToken() == null, "json-malformed", null);
            return lines;
        } catch (JacksonIOException broken) {
            throw new ProblemException(
                    new Problem.Malformed("body-incomplete", null, "请求内容未完整到达。", "The body did not arrive whole."));
        }
    }

    private static List<ReadLine> lines(JsonParser json) {
        LineReader reader = new LineReader();
        List<ReadLine> lines = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (lines.size() == MOST_LINES) {
                throw new ProblemException(new Problem.Malformed(
                        "lines-too-many",
                        LINES,
                        "一次最多核对 10000 行；更多的请用逐行格式（NDJSON）。",
                        "At most 10,000 lines at once; send more as a stream of lines (NDJSON)."));
            }
            lines.add(reader.read(json, lines.size() + 1L));
        }
        return lines;
    }

    private static void require(boolean holds, String code, @Nullable String field) {
        if (!holds) {
            throw new ProblemException(new Problem.Malformed(
                    code, field, "请求内容应为 {\"lines\": [ … ]}。", "The body must be {\"lines\": [ … ]}."));
        }
    }
}
