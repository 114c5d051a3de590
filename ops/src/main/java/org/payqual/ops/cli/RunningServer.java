package org.payqual.ops.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.payqual.ops.client.ClientFailed;
import org.payqual.ops.client.Login;
import org.payqual.ops.client.PayqualClient;
import org.payqual.ops.upload.UploadClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which running payqual a command asks, and as whom. */
final class RunningServer {

    private static final String INSTITUTION = "institution";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--server", paramLabel = "URL", defaultValue = "http://127.0.0.1:8080")
    private URI server = URI.create("http://127.0.0.1:8080");

    @Option(names = "--token-file", paramLabel = "FILE")
    private @Nullable Path tokenFile;

    @Option(names = "--as", paramLabel = "ROLE", defaultValue = "agency")
    private String role = "agency";

    @Option(names = "--organisation", paramLabel = "CODE")
    private @Nullable String organisation;

    @Option(
            names = "--clients",
            paramLabel = "FILE",
            defaultValue = "${sys:payqual.data:-data}/sample-issuer/clients.properties")
    private Path clients = Path.of("data", "sample-issuer", "clients.properties");

    /**
     * Makes a client that asks as whom the options say.
     *
     * @throws ClientFailed if there is no token
     */
    PayqualClient client(HttpClient http) throws ClientFailed {
        return new PayqualClient(http, server, token(http));
    }

    /**
     * Makes a client that hands files in as whom the options say.
     *
     * @throws ClientFailed if there is no token
     */
    UploadClient uploads(HttpClient http) throws ClientFailed {
        return new UploadClient(http, server, token(http));
    }

    private String token(HttpClient http) throws ClientFailed {
        if (tokenFile == null && role.equals(INSTITUTION) && organisation == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "--as institution 须加 --organisation / --as institution needs --organisation");
        }
        return tokenFile != null ? Login.fromFile(tokenFile) : Login.sample(http, server, clients, role, organisation);
    }
}
