package org.payqual.ops.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.payqual.ops.problem.ProblemAnswer;
import org.payqual.ops.problem.ProblemKind;
import org.payqual.ops.problem.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only bodies through that are small, whole, not compressed and UTF-8. A body that announces itself as too large
 * is refused unread, one that turns out so is read no further. It stands behind the check of the token: strangers'
 * bodies are never read. Of a body that its handler reads in pieces only the head is looked at.
 */
final class BodyGate extends OncePerRequestFilter {

    private final int limit;
    private final Map<String, Long> inPieces;

    /**
     * Creates the gate.
     *
     * @param limit the most bytes of a body
     * @param inPieces the paths whose handlers read the body in pieces, and the most bytes that they take
     */
    BodyGate(int limit, Map<String, Long> inPieces) {
        this.limit = limit;
        this.inPieces = Map.copyOf(inPieces);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Long most = inPieces.get(request.getRequestURI());
        long allowed = most == null ? limit : most;
        if (request.getContentLengthLong() > allowed) {
            refuse(response, tooLarge(allowed));
            return;
        }
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && !isOneType(type)) {
            refuse(response, noType());
            return;
        }
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null || !isUtf8(type)) {
            refuse(response, wrongEncoding());
            return;
        }
        if (most != null) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(limit + 1);
        } catch (IOException e) {
            refuse(response, incomplete());
            return;
        }
        if (body.length > limit) {
            refuse(response, tooLarge(limit));
            return;
        }
        if (!isText(body)) {
            ProblemWriter.write(response, notUtf8());
            return;
        }
        chain.doFilter(new ReadRequest(request, body), response);
    }

    /** Refuses without reading on; the connection cannot be used again. */
    private static void refuse(HttpServletResponse response, ProblemAnswer answer) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        ProblemWriter.write(response, answer);
    }

    /** Tells whether this is a type, and not any of several: a body is of one. */
    private static boolean isOneType(String type) {
        try {
            return MediaType.parseMediaType(type.split(";", 2)[0]).isConcrete();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** Reads the header itself: the framework already takes every request for UTF-8. */
    private static boolean isUtf8(@Nullable String type) {
        try {
            Charset named = type == null ? null : MediaType.parseMediaType(type).getCharset();
            return named == null || named.equals(StandardCharsets.UTF_8);
        } catch (InvalidMediaTypeException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }

    /**
     * Tells whether this is UTF-8. A zero byte is none of JSON's, and would make a reader guess at UTF-16 or UTF-32.
     */
    private static boolean isText(byte[] body) {
        for (byte it : body) {
            if (it == 0) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static ProblemAnswer tooLarge(long most) {
        return ProblemAnswer.of(
                ProblemKind.TOO_LARGE,
                "body-too-large",
                "请求内容不得超过 " + most / 1024 + " KiB。",
                "A body must not exceed " + most / 1024 + " KiB.");
    }

    private static ProblemAnswer noType() {
        return ProblemAnswer.of(
                ProblemKind.MEDIA_TYPE,
                "media-type-unsupported",
                "Content-Type 须写明一种内容类型。",
                "Content-Type must name one type.");
    }

    private static ProblemAnswer wrongEncoding() {
        return ProblemAnswer.of(
                ProblemKind.MEDIA_TYPE,
                "encoding-unsupported",
                "请求内容须为 UTF-8 编码，且不压缩。",
                "A body must be in UTF-8 and not compressed.");
    }

    private static ProblemAnswer incomplete() {
        return ProblemAnswer.of(
                ProblemKind.MALFORMED, "body-incomplete", "请求内容未完整到达。", "The body did not arrive whole.");
    }

    private static ProblemAnswer notUtf8() {
        return ProblemAnswer.of(
                ProblemKind.MALFORMED, "body-not-utf8", "请求内容不是有效的 UTF-8 文本。", "The body is not UTF-8 text.");
    }
}
