package org.payqual.ops.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running payqual over HTTP. */
public final class PayqualClient {

    private static final int OK = 200;

    private final HttpClient http;
    private final URI server;
    private final String token;

    /**
     * Creates a client.
     *
     * @param server address of the payqual that runs
     * @param token that says who asks
     */
    public PayqualClient(HttpClient http, URI server, String token) {
        this.http = http;
        this.server = server;
        this.token = token;
    }

    /**
     * Asks for something.
     *
     * @param path with its parameters, such as {@code /api/v1/law}
     * @throws ClientFailed if there is no answer, or one that says no
     */
    public JsonNode get(String path) throws ClientFailed {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(server.resolve(path))
                            .header("Authorization", "Bearer " + token)
                            .header("Accept", "application/json")
                            .GET()
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != OK) {
                throw new ClientFailed(Problems.said(answer.body(), answer.statusCode()));
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException | JacksonException e) {
            throw unreachable(server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(server);
        }
    }

    /** Says that nothing answers at an address. */
    public static ClientFailed unreachable(URI server) {
        return new ClientFailed(
                "无法连接 " + server + "，请先启动 payqual / nothing answers at " + server + "; start payqual first");
    }
}
