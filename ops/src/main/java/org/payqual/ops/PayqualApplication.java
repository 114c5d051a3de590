package org.payqual.ops;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: serves the API and does the work of the command line. */
@SpringBootApplication(scanBasePackages = "org.payqual")
public class PayqualApplication {

    /**
     * Starts the application.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        SpringApplication.run(PayqualApplication.class, arguments);
    }
}
