package org.payqual.ops.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request by real HTTP, put together piece by piece. */
public final class Call {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpRequest.Builder request;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Call(String method, int port, String path, HttpRequest.BodyPublisher body) {
        request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body);
    }

    /** Asks for something. */
    public static Call get(int port, String path) {
        return new Call("GET", port, path, HttpRequest.BodyPublishers.noBody());
    }

    /** Sends JSON. */
    public static Call post(int port, String path, String body) {
        return send("POST", port, path, HttpRequest.BodyPublishers.ofString(body));
    }

    /** Sends any body as JSON. */
    public static Call send(String method, int port, String path, HttpRequest.BodyPublisher body) {
        return new Call(method, port, path, body).with("Content-Type", "application/json");
    }

    /** Sends bytes as they are, as no proper client would, and gives the answer as far as it comes. */
    public static String raw(int port, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                answer.write(next);
                String text = next == '}' ? answer.toString(StandardCharsets.UTF_8) : "";
                if (text.contains("\r\n\r\n") && text.contains("\"code\"")) {
                    return text;
                }
            }
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a header; a later one of the same name replaces it. */
    public Call with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Leaves a header out. */
    public Call without(String name) {
        headers.remove(name);
        return this;
    }

    /** Sends a token. */
    public Call as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** Sends it and waits for the answer. */
    public Answer answer() {
        headers.forEach(request::header);
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The answer to a request.
     *
     * @param response as received
     */
    public record Answer(HttpResponse<String> response) {

        /** Gives the status. */
        public int status() {
            return response.statusCode();
        }

        /** Gives the body as text. */
        public String text() {
            return response.body();
        }

        /** Gives the body as JSON. */
        public JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        /** Gives a header, or nothing. */
        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** Gives status and code of a problem, such as {@code 400 field-missing}. */
        public String problem() {
            return status() + " " + json().path("code").asString("?");
        }

        /** Gives the field that a problem names. */
        public @Nullable String field() {
            return json().path("field").asString(null);
        }
    }
}
