package org.payqual.ops;

import org.payqual.ops.cli.Payqual;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: the wiring of all modules, and the entrance of the jar. */
@SpringBootApplication(scanBasePackages = "org.payqual")
public class PayqualApplication {

    /**
     * Runs a command of the command line; without one, the application serves. The framework reports nothing to its
     * maker.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        int code = Payqual.run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }
}
