package org.payqual.ops.client;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Gets a token: one that somebody else issued, or one of the sample's issuer on this machine. */
public final class Login {

    private static final int OK = 200;

    private Login() {}

    /**
     * Reads a token from a file.
     *
     * @throws ClientFailed if there is none in it
     */
    public static String fromFile(Path file) throws ClientFailed {
        try {
            String token = Files.readString(file).strip();
            if (token.isEmpty() || !token.chars().allMatch(it -> it > ' ' && it < 127)) {
                throw new ClientFailed("令牌文件中没有令牌 / there is no token in the token file");
            }
            return token;
        } catch (IOException e) {
            throw new ClientFailed("令牌文件无法读取 / the token file cannot be read");
        }
    }

    /**
     * Asks the sample's issuer.
     *
     * @param server address of the payqual that runs
     * @param clients the file with the secrets of its clients
     * @param role as which to come, such as {@code agency}
     * @param organisation for whom, or null for the usual one
     * @throws ClientFailed if it gives none
     */
    public static String sample(HttpClient http, URI server, Path clients, String role, @Nullable String organisation)
            throws ClientFailed {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/sample-issuer/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + credentials(clients, "sample-" + role));
        String asked = organisation == null ? "" : "&organisation=" + organisation;
        try {
            HttpResponse<String> answer = http.send(
                    request.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials" + asked))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new ClientFailed("样例身份服务未发出令牌：所用数据文件夹不是该服务的（见 PAYQUAL_DATA）；也可用 --token-file 指定令牌"
                        + " / the sample's issuer gave no token: the data folder is not that server's (see"
                        + " PAYQUAL_DATA); or name a token by --token-file");
            }
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .path("access_token")
                    .asString("");
        } catch (IOException | JacksonException e) {
            throw PayqualClient.unreachable(server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PayqualClient.unreachable(server);
        }
    }

    private static String credentials(Path clients, String client) throws ClientFailed {
        Properties secrets = new Properties();
        try (Reader lines = Files.newBufferedReader(clients)) {
            secrets.load(lines);
        } catch (IOException e) {
            throw new ClientFailed("没有令牌：请用 --token-file 指定令牌，或在样例的目录中运行（须能读取 " + clients + "）"
                    + " / no token: name one by --token-file, or run this where the sample keeps " + clients);
        }
        String secret = secrets.getProperty(client);
        if (secret == null) {
            throw new ClientFailed("样例中没有这个角色 / the sample has no such role");
        }
        return Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
