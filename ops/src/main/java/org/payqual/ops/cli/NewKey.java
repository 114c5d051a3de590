package org.payqual.ops.cli;

import java.util.concurrent.Callable;
import org.payqual.ops.keys.KeyId;
import org.payqual.ops.keys.KeyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a new random key for where the program may not make keys itself. */
@Command(name = "new-key", mixinStandardHelpOptions = true, versionProvider = Payqual.class)
final class NewKey implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", descriptionKey = "name")
    private String name = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the call
    private CommandSpec spec;

    /**
     * Prints the key.
     *
     * @return 0
     * @throws ParameterException if the name is no key's
     */
    @Override
    public Integer call() {
        KeyId id = KeyId.of(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "NAME 应为密钥名称，如 master-2 / NAME is the name of a key such as master-2"));
        spec.commandLine().getOut().println(KeyText.ofNew(id));
        return 0;
    }
}
