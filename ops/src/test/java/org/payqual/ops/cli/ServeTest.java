package org.payqual.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.logback.LogbackLoggingSystemProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the program sets for itself where it is started at a terminal. */
class ServeTest {

    @Test
    void theLogBesideTheDataCannotFillTheDisk() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("data", Map.of("payqual.data", "somewhere")));
        environment.getPropertySources().addLast(new MapPropertySource("serve", Serve.logBesideData()));
        Map<String, String> understood = new HashMap<>();
        LogFile file = LogFile.get(environment);

        new LogbackLoggingSystemProperties(environment, null, understood::put).apply(file);

        assertThat(file).hasToString("somewhere/payqual.log");
        assertThat(understood).containsEntry("LOGBACK_ROLLINGPOLICY_TOTAL_SIZE_CAP", Long.toString(200L << 20));
    }

    @Test
    void coloursThatAreForcedAreNoTerminal() {
        assertThat(Serve.isTerminal(true, Map.of())).isTrue();
        assertThat(Serve.isTerminal(true, Map.of("CLICOLOR_FORCE", "0"))).isTrue();
        assertThat(Serve.isTerminal(true, Map.of("CLICOLOR_FORCE", "1"))).isFalse();
        assertThat(Serve.isTerminal(false, Map.of())).isFalse();
    }
}
