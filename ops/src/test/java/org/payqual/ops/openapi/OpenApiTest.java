package org.payqual.ops.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.ProbeTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ProbeTest
class OpenApiTest {

    @LocalServerPort
    private int port;

    @Test
    void theDescriptionIsPublicAndSaysHowToBeLetIn() {
        JsonNode api = description();

        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.at("/security/0/bearer").isArray()).isTrue();
    }

    @Test
    void anOperationShowsItsExampleAndItsRoles() {
        JsonNode enter = description().at("/paths/~1api~1v1~1probe~1entries/post");

        assertThat(enter.path("operationId").asString()).isEqualTo("enter");
        assertThat(enter.path("summary").asString()).isEqualTo("试填一条记录 / Try an entry");
        assertThat(enter.at("/requestBody/content/application~1json/example/institution")
                        .asString())
                .isEqualTo("H1");
        assertThat(enter.at("/responses/200/content/application~1json/example/key")
                        .asString())
                .isEqualTo("k-1");
        assertThat(enter.path("description").asString())
                .contains("agency", "institution (本机构 / own institution)")
                .doesNotContain("auditor");
        assertThat(enter.at("/responses/422/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void commandsShowTheirHeadersAndNotTheirActor() {
        JsonNode enter = description().at("/paths/~1api~1v1~1probe~1entries/post");

        assertThat(enter.path("parameters").findValuesAsString("name")).containsExactly("Idempotency-Key", "If-Match");
        assertThat(description().at("/components/schemas").propertyNames()).doesNotContain("Actor", "Submission");
    }

    @Test
    void fieldsThatMustBeThereAreRequired() {
        assertThat(description()
                        .at("/components/schemas/Entry/required")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder("institution", "date", "role", "points", "heard", "items");
    }

    @Test
    void nobodyIsGivenAPageToTryItOn() {
        assertThat(Call.get(port, "/swagger-ui/index.html").answer().status()).isEqualTo(401);
    }

    private JsonNode description() {
        return Call.get(port, "/api/v1/openapi").answer().json();
    }
}
