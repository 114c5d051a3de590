package org.payqual.ops.cli;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.payqual.command.intake.Apply;
import org.payqual.ops.client.ClientFailed;
import org.payqual.ops.upload.RefusedRows;
import org.payqual.ops.upload.StableCopy;
import org.payqual.ops.upload.UploadClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands in whole files at a running payqual, as anyone may with a token. */
@Command(name = "import", mixinStandardHelpOptions = true, versionProvider = Payqual.class)
final class Import implements Callable<Integer> {

    private static final int FAILED = 1;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "--check")
    private boolean check;

    @Option(names = "--good-rows")
    private boolean goodRows;

    @Option(names = "--report", paramLabel = "FILE")
    private @Nullable Path report;

    @Mixin
    private RunningServer server = new RunningServer();

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Imports each file; one that fails keeps the ones after it from being tried.
     *
     * @return 0 when all rows are on record, 1 otherwise
     */
    @Override
    public Integer call() {
        if (check && goodRows) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), "--check 与 --good-rows 不能同时使用 / --check and --good-rows exclude each other");
        }
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            UploadClient client = server.uploads(http);
            for (Path file : files) {
                if (!imported(client, file)) {
                    return FAILED;
                }
            }
            return 0;
        } catch (ClientFailed e) {
            Complaint.say(spec.commandLine().getErr(), e.sentence());
            return FAILED;
        }
    }

    private boolean imported(UploadClient client, Path file) throws ClientFailed {
        ProgressBar bar = new ProgressBar(
                json ? spec.commandLine().getErr() : spec.commandLine().getOut(),
                Ansi.AUTO.enabled(),
                () -> System.nanoTime() / 1_000_000);
        RefusedRows refused = new RefusedRows();
        ImportTold told = new ImportTold(bar, refused, json ? spec.commandLine().getOut() : null);
        try (StableCopy copy = StableCopy.of(file)) {
            told.begin(file);
            client.send(copy, apply(), told::line);
            Path rows = report != null ? report : RefusedRows.besides(file);
            if (refused.count() > 0) {
                refused.write(copy, rows);
            }
            return told.end(rows, apply());
        } finally {
            bar.end();
        }
    }

    private Apply apply() {
        if (check) {
            return Apply.NOTHING;
        }
        return goodRows ? Apply.GOOD_ROWS : Apply.WHOLE;
    }
}
