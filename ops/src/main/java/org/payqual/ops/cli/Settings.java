package org.payqual.ops.cli;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a command leaves over: settings of the application, such as {@code --server.port=9000}. */
final class Settings {

    private static final Pattern SETTING = Pattern.compile("--[^=\\s]+=.*", Pattern.DOTALL);

    private Settings() {}

    /**
     * Passes on arguments that are settings.
     *
     * @throws ParameterException if one is none: a mistyped one would otherwise be passed over
     */
    static String[] of(List<String> arguments, CommandSpec command) {
        for (String argument : arguments) {
            if (!SETTING.matcher(argument).matches()) {
                throw new ParameterException(
                        command.commandLine(),
                        "无法识别 " + argument + "；设置写作 --name=value / not known: " + argument
                                + "; settings are written --name=value");
            }
        }
        return arguments.toArray(String[]::new);
    }
}
