package org.payqual.ops.cli;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.payqual.ops.bench.AppendBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures whole paths on a ledger of its own, each beside the plainest way in the same run. */
@Command(
        name = "bench",
        versionProvider = Payqual.class,
        description = {
            "Measures a whole path on a ledger of its own, beside the plainest way to do the same.",
            "Example: payqual bench append --callers 1,8,32 --seconds 10"
        },
        mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {

    /** What can be measured. */
    enum Path {
        /** Recording events. */
        append
    }

    @Parameters(paramLabel = "PATH", description = "What is measured: ${COMPLETION-CANDIDATES}.")
    private Path path = Path.append;

    @Option(
            names = "--callers",
            split = ",",
            defaultValue = "1,8,32",
            paramLabel = "N",
            description = "How many callers side by side (${DEFAULT-VALUE}).")
    private List<Integer> callers = List.of();

    @Option(
            names = "--seconds",
            defaultValue = "10",
            paramLabel = "S",
            description = "How long each way is measured (${DEFAULT-VALUE}).")
    private int seconds;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Measures and prints tables.
     *
     * @return 0 when measured
     */
    @Override
    public Integer call() throws SQLException {
        switch (path) {
            case append -> new AppendBench(spec.commandLine().getOut(), callers, seconds).run();
        }
        return 0;
    }
}
