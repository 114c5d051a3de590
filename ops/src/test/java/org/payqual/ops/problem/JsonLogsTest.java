package org.payqual.ops.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs as JSON carry the id that the answer tells as well. */
class JsonLogsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash"})
    void aLineCarriesTheCorrelationId(String format) {
        LoggerContext context = new LoggerContext();
        context.putObject(Environment.class.getName(), new MockEnvironment());
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat(format);
        encoder.start();
        LoggingEvent event =
                new LoggingEvent("", context.getLogger("org.payqual"), Level.WARN, "said {}", null, new Object[] {1});
        event.setMDCPropertyMap(Map.of(Correlation.MDC_KEY, "3f0c"));
        String text = new String(encoder.encode(event), StandardCharsets.UTF_8);
        JsonNode line = JsonMapper.shared().readTree(text);
        assertThat(line.path("message").asString()).isEqualTo("said 1");
        assertThat(line.path("correlation").asString()).isEqualTo("3f0c");
        assertThat(text.strip()).doesNotContain("\n");
    }
}
