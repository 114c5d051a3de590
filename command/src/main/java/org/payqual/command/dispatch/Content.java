package org.payqual.command.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content of a request in the form that counts as the same: without white space, order of fields, or absent fields.
 */
final class Content {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Content() {}

    /**
     * Gives the bytes to be digested.
     *
     * @param operation what is asked
     * @param sent a file's bytes, or a record of what was sent
     */
    static byte[] of(String operation, Object sent) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(operation.getBytes(StandardCharsets.UTF_8));
        bytes.write('\n');
        bytes.writeBytes(sent instanceof byte[] file ? file : JSON.writeValueAsBytes(sent));
        return bytes.toByteArray();
    }
}
