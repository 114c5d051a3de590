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
@Command(
        name = "import",
        versionProvider = Payqual.class,
        description = {
            "导入名册、处理决定或机构名单（XLSX 或 CSV）/ Imports files of people, decisions or institutions at a running" + " payqual.",
            "All of a file is checked first; while a row is bad nothing is recorded, unless --good-rows. A file may be"
                    + " imported again: what is on record is not doubled. See docs/import.md for the columns.",
            "Exits with 0 when every row is on record (with --check: fine), 1 otherwise, 2 when the command line is wrong."
        },
        footer = {
            "%n例 / example:",
            "  payqual import roster.xlsx",
            "  payqual import --as institution --organisation H1 --check roster.csv"
        },
        mixinStandardHelpOptions = true)
final class Import implements Callable<Integer> {

    private static final int FAILED = 1;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, imported in this order.")
    private List<Path> files = List.of();

    @Option(names = "--check", description = "Checks only and records nothing.")
    private boolean check;

    @Option(names = "--good-rows", description = "Records the good rows though others are bad.")
    private boolean goodRows;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Where rows that are not taken are written, to be mended (beside the file, as NAME.refused.csv).")
    private @Nullable Path report;

    @Mixin
    private RunningServer server = new RunningServer();

    @Option(
            names = "--json",
            description = "Tells it in JSON, a line for each row that is not taken and for each file.")
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
                    spec.commandLine(), "--check and --good-rows exclude each other.");
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
            spec.commandLine().getErr().println("payqual: " + e.sentence());
            spec.commandLine().getErr().flush();
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
            Path rows = report(file);
            if (refused.count() > 0) {
                refused.write(copy, rows);
            }
            return told.end(rows, check);
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

    private Path report(Path file) {
        if (report != null) {
            return report;
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".refused.csv");
    }
}
