package org.payqual.ops.problem;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.security.web.firewall.RequestRejectedException;

/** Failures that come of the request itself, found only when some part of it is looked at. */
final class MalformedRequest {

    private MalformedRequest() {}

    /** Tells whether the request's own form is behind a failure. */
    static boolean causes(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof InvalidParameterException || at instanceof RequestRejectedException) {
                return true;
            }
        }
        return false;
    }
}
