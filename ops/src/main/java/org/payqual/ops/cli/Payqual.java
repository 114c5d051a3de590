package org.payqual.ops.cli;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/**
 * The command line. Each command is a class of this package, named in {@code subcommands}, that implements
 * {@code Callable<Integer>}; only {@link Serve} starts the application, so that all others answer at once or, as
 * {@link Rebuild}, open the database and nothing else.
 */
@Command(
        name = "payqual",
        mixinStandardHelpOptions = true,
        versionProvider = Payqual.class,
        subcommands = {Serve.class, Import.class, Show.class, Scenarios.class, Rebuild.class, NewKey.class, Bench.class
        })
public final class Payqual implements IVersionProvider {

    private static final Set<String> OWN_OPTIONS = Set.of("-h", "--help", "-V", "--version");

    /**
     * Runs what the command line asks for; without a command, or with settings of the application alone, it serves.
     *
     * @param arguments the command line
     * @return the exit code: 0 when all is well, 1 when the command failed, 2 when the command line is wrong
     */
    public static int run(String... arguments) {
        return line().execute(withDefault(List.of(arguments)).toArray(String[]::new));
    }

    /**
     * Gives the command line with all its commands.
     *
     * @return a new one
     */
    static CommandLine line() {
        return line(TerminalLanguage.of(System.getenv()));
    }

    /** Gives the command line with all its commands, explained in a language. */
    static CommandLine line(Locale language) {
        return new CommandLine(new Payqual())
                .setResourceBundle(ResourceBundle.getBundle(
                        Payqual.class.getPackageName() + ".help",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT)))
                .setParameterExceptionHandler(new WrongCommandLine());
    }

    /** Puts {@code serve} first where no command is named: {@code payqual --server.port=9000} serves. */
    static List<String> withDefault(List<String> arguments) {
        boolean named = !arguments.isEmpty()
                && (!arguments.getFirst().startsWith("-") || OWN_OPTIONS.contains(arguments.getFirst()));
        return named
                ? arguments
                : Stream.concat(Stream.of("serve"), arguments.stream()).toList();
    }

    @Override
    public String[] getVersion() {
        String version = Payqual.class.getPackage().getImplementationVersion();
        return new String[] {"payqual " + (version == null ? "(unpackaged)" : version)};
    }
}
