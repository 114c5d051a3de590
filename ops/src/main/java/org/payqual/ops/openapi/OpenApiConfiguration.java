package org.payqual.ops.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Objects;
import org.payqual.command.Submission;
import org.payqual.domain.ledger.Actor;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Describes the API at {@code /api/v1/openapi}, in OpenAPI 3.1. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Submission.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("payqual")
                        .version("v1")
                        .description(
                                "定点医药机构相关人员医保支付资格管理。"
                                        + " Payment qualification of the people of institutions contracted by medical insurance.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addSchemas(ProblemSchema.NAME, ProblemSchema.schema()))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    @Lazy(false)
    PreparedDescription openApiResource(
            ObjectFactory<OpenAPIService> services,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties settings,
            SpringDocProviders providers,
            SpringDocCustomizers customizers,
            WebProperties web) {
        return new PreparedDescription(
                services,
                requests,
                responses,
                operations,
                settings,
                providers,
                customizers,
                Objects.requireNonNull(web.getLocale()));
    }

    @Bean
    GlobalOperationCustomizer describeOperations() {
        return new OperationDescription();
    }

    @Bean
    GlobalOpenApiCustomizer requireFields(ObjectProvider<RequestMappingHandlerMapping> handlers) {
        return new RequiredFields(() -> handlers.stream()
                .flatMap(it -> it.getHandlerMethods().values().stream())
                .toList());
    }
}
