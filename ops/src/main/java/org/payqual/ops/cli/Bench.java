package org.payqual.ops.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.payqual.ops.bench.AppendBench;
import org.payqual.ops.bench.RebuildBench;
import org.payqual.ops.bench.SettleBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures whole paths on a ledger of its own, each beside the plainest way in the same run. */
@Command(name = "bench", mixinStandardHelpOptions = true, versionProvider = Payqual.class)
final class Bench implements Callable<Integer> {

    /** What can be measured. */
    enum Path {
        /** Recording events. */
        append,
        /** Making rows anew from events. */
        rebuild,
        /** Answering settlement questions. */
        settle
    }

    @Parameters(paramLabel = "PATH", descriptionKey = "path")
    private Path path = Path.append;

    @Option(names = "--callers", split = ",", hideParamSyntax = true, defaultValue = "1,8,32", paramLabel = "COUNTS")
    private List<Integer> callers = List.of();

    @Option(names = "--seconds", defaultValue = "10", paramLabel = "S")
    private int seconds;

    @Option(names = "--events", defaultValue = "200000", paramLabel = "N")
    private int events;

    @Option(names = "--people", defaultValue = "100000", paramLabel = "N")
    private int people;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Measures and prints tables.
     *
     * @return 0 when measured
     */
    @Override
    public Integer call() throws SQLException {
        PrintWriter out = spec.commandLine().getOut();
        switch (path) {
            case append -> new AppendBench(out, callers, seconds).run();
            case rebuild -> new RebuildBench(out, seconds, events).run();
            case settle -> new SettleBench(out, callers, seconds, people).run();
        }
        return 0;
    }
}
