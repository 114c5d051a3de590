package org.payqual.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.Environment;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may read the metrics: programs on this machine, and whoever reaches the port of their own that
 * {@code management.server.port} gives them. They tell of no one, but much of how the program fares.
 */
final class Scraping implements RequestMatcher {

    /** Where the metrics are. */
    static final String PATH = "/actuator/prometheus";

    private static final String PORT = "local.management.port";

    private final Environment environment;

    Scraping(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getRequestURI().equals(PATH)
                && (ThisMachine.asks(request) || atPortOfItsOwn(request));
    }

    private boolean atPortOfItsOwn(HttpServletRequest request) {
        return ManagementPortType.get(environment) == ManagementPortType.DIFFERENT
                && Integer.toString(request.getLocalPort()).equals(environment.getProperty(PORT));
    }
}
