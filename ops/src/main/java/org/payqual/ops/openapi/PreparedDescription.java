package org.payqual.ops.openapi;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * The description of the API, put together once the program answers and before anybody asks for it: that takes seconds.
 * Springdoc's own way to do so in advance would take them from the start.
 */
class PreparedDescription extends OpenApiWebMvcResource {

    private static final Logger LOG = LoggerFactory.getLogger(PreparedDescription.class);

    private final Locale language;

    PreparedDescription(
            ObjectFactory<OpenAPIService> services,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties settings,
            SpringDocProviders providers,
            SpringDocCustomizers customizers,
            Locale language) {
        super(services, requests, responses, operations, settings, providers, customizers);
        this.language = language;
    }

    /** Puts it together on a thread of its own; whoever asks meanwhile waits for the rest of it. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        // Not a virtual thread: it would keep one of the few processors from those that serve.
        Thread.ofPlatform().daemon().name("api description").start(this::putTogether);
    }

    private void putTogether() {
        try {
            var unused = getOpenApi(language);
        } catch (RuntimeException e) {
            LOG.warn(
                    "the description of the API could not be put together: {}",
                    e.getClass().getSimpleName());
        }
    }
}
