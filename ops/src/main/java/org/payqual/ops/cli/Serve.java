package org.payqual.ops.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.payqual.ops.PayqualApplication;
import org.payqual.ops.postgres.LedgerSchema;
import org.payqual.ops.start.FreePlace;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Serves the API. All arguments are settings of the application, such as {@code --server.port=9000}. */
@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = Payqual.class)
final class Serve implements Callable<Integer> {

    @Option(names = "--no-sample")
    private boolean noSample;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the call
    private CommandSpec spec;

    /**
     * Starts the application and returns while it goes on serving.
     *
     * @return 0 when it serves, 1 when it could not start; the reason is in the log by then
     * @throws picocli.CommandLine.ParameterException if an argument is no setting
     */
    @Override
    public Integer call() {
        String[] given = Settings.of(settings, spec);
        try {
            SpringApplication program = new SpringApplication(PayqualApplication.class);
            program.setDefaultProperties(isTerminal(Ansi.AUTO.enabled(), System.getenv()) ? atTerminal() : elsewhere());
            program.addListeners(new FreePlace());
            program.run(given);
            return 0;
        } catch (RuntimeException reported) {
            return 1;
        }
    }

    /** Where colours are asked for in any case nobody need sit, and a service manager would miss the log. */
    static boolean isTerminal(boolean colours, Map<String, String> environment) {
        return colours && environment.getOrDefault("CLICOLOR_FORCE", "0").equals("0");
    }

    private Map<String, Object> elsewhere() {
        return Map.of("payqual.sample-files", !noSample);
    }

    /** Who sits before a terminal is told what concerns them; the rest of the log goes to a file beside the data. */
    private Map<String, Object> atTerminal() {
        spec.commandLine().getOut().println("payqual 正在启动 / starting");
        spec.commandLine().getOut().flush();
        Map<String, Object> settings = new HashMap<>(elsewhere());
        settings.put("logging.threshold.console", "warn");
        settings.put(LedgerSchema.AT_TERMINAL, true);
        settings.putAll(logBesideData());
        return settings;
    }

    /**
     * A file a week old goes by itself; a day of the same fault at every request must not fill the disk of the data.
     */
    static Map<String, Object> logBesideData() {
        return Map.of(
                "logging.file.name", "${payqual.data}/payqual.log",
                "logging.logback.rollingpolicy.total-size-cap", "200MB");
    }
}
