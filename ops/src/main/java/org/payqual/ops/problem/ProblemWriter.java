package org.payqual.ops.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem+json where no controller is involved: from filters and from the server itself. */
public final class ProblemWriter {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ProblemWriter() {}

    /**
     * Answers with a problem, unless an answer is already on its way.
     *
     * @throws IOException if the client is gone
     */
    public static void write(HttpServletResponse response, ProblemAnswer answer) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = bytes(answer);
        response.resetBuffer();
        response.setStatus(answer.status());
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** Gives the written form of a problem in UTF-8. */
    static byte[] bytes(ProblemAnswer answer) {
        return MAPPER.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
    }
}
