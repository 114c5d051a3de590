package org.payqual.ops.upload;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.payqual.command.intake.Apply;
import org.payqual.command.intake.ImportController;
import org.payqual.ops.client.ClientFailed;
import org.payqual.ops.client.PayqualClient;
import org.payqual.ops.client.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands files in over HTTP and gives on what is answered, line by line as it comes. */
public final class UploadClient {

    private static final int OK = 200;

    private final HttpClient http;
    private final URI server;
    private final String token;

    /**
     * Creates a client.
     *
     * @param server address of the payqual that runs
     * @param token that says who hands in
     */
    public UploadClient(HttpClient http, URI server, String token) {
        this.http = http;
        this.server = server;
        this.token = token;
    }

    /**
     * Hands a file in and waits until the work on it has ended.
     *
     * @param lines takes each line of the answer
     * @throws ClientFailed if the file is not taken, or the answer breaks off
     */
    public void send(StableCopy file, Apply apply, Consumer<JsonNode> lines) throws ClientFailed {
        try {
            HttpRequest request = HttpRequest.newBuilder(server.resolve(ImportController.PATH + "?apply=" + apply))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/octet-stream")
                    .header("Content-Digest", file.digest())
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(HttpRequest.BodyPublishers.ofFile(file.path()))
                    .build();
            HttpResponse<java.io.InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader text =
                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                if (answer.statusCode() != OK) {
                    throw new ClientFailed(
                            Problems.said(text.lines().collect(Collectors.joining("\n")), answer.statusCode()));
                }
                readAll(text, lines);
            }
        } catch (FileNotFoundException e) {
            throw new ClientFailed("文件无法读取 / the file cannot be read");
        } catch (java.net.ConnectException e) {
            throw PayqualClient.unreachable(server);
        } catch (IOException | JacksonException e) {
            throw brokenOff();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw brokenOff();
        }
    }

    private static void readAll(BufferedReader text, Consumer<JsonNode> lines) throws IOException, ClientFailed {
        boolean ended = false;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            JsonNode read = JsonMapper.shared().readTree(line);
            ended |= read.has("end");
            lines.accept(read);
        }
        if (!ended) {
            throw brokenOff();
        }
    }

    private static ClientFailed brokenOff() {
        return new ClientFailed("答复中断：已记录的行不会重复，请以同一文件重新导入"
                + " / the answer broke off: import the same file again, rows that are recorded are not doubled");
    }
}
