package org.payqual.ops.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Whether the database did not answer a request, so that nothing else of the request asks it again. */
public final class StoreAway {

    private static final String MARK = StoreAway.class.getName();

    private StoreAway() {}

    /** Notes it of the present request. */
    static void mark() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(MARK, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Tells whether a request met it. */
    public static boolean met(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }
}
