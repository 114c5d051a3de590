package org.payqual.ops.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.payqual.ops.http.StrictJson;
import tools.jackson.databind.JsonNode;

/**
 * What one operation does, in both languages, with a request and its answer. It stands beside the controllers as
 * {@code openapi/<operation>.json}, the operation being the name of the handler's method.
 *
 * @param summary what the operation does, in Chinese
 * @param summaryEn the same in English
 * @param request a body as it may be sent; absent where the operation takes none
 * @param answer the body of the answer to it; absent where the answer has none
 */
public record OperationExample(
        String summary,
        String summaryEn,
        @Nullable JsonNode request,
        @Nullable JsonNode answer) {

    /**
     * Reads the example of an operation, where there is one.
     *
     * @throws IllegalStateException if its file is not of this form
     */
    public static Optional<OperationExample> of(String operation) {
        String path = "/openapi/" + operation + ".json";
        try (InputStream file = OperationExample.class.getResourceAsStream(path)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(StrictJson.mapper().readValue(file.readAllBytes(), OperationExample.class));
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }
}
