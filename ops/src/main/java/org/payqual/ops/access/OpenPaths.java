package org.payqual.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** The few addresses that are open to everyone: they tell nothing of anyone. */
final class OpenPaths {

    /** The description of the API, and whether the program is well. */
    static final Set<String> PATHS =
            Set.of("/api/v1/openapi", "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness");

    private OpenPaths() {}

    static boolean contains(HttpServletRequest request) {
        return request.getMethod().equals("GET") && PATHS.contains(request.getRequestURI());
    }
}
