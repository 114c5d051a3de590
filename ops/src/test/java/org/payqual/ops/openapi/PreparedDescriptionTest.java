package org.payqual.ops.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.ProbeTest;
import org.springdoc.core.service.OpenAPIService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The description of the API is there before it is asked for, once for all languages. */
@ProbeTest
@TestPropertySource(properties = "test.program=of its own, which nobody asked yet")
class PreparedDescriptionTest {

    @Autowired
    private OpenAPIService kept;

    @LocalServerPort
    private int port;

    @Test
    void itIsPutTogetherOnceBeforeAnybodyAsks() {
        await().atMost(Duration.ofSeconds(60)).until(() -> kept.getCachedOpenAPI(Locale.SIMPLIFIED_CHINESE) != null);

        assertThat(Call.get(port, "/api/v1/openapi")
                        .with("Accept-Language", "en")
                        .answer()
                        .status())
                .isEqualTo(200);

        assertThat(kept.getCachedOpenAPI(Locale.ENGLISH)).isNull();
    }
}
