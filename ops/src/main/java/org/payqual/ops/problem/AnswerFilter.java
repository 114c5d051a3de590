package org.payqual.ops.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Gives each request its own correlation id and each answer the headers that hold for all of them. It stands before
 * everything else, so that refusals by the security filters have both as well.
 */
final class AnswerFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerFilter.class);

    /** Nothing runs, nothing is framed, nothing is sent elsewhere. Pages that need more say so themselves. */
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String correlation = Correlation.fresh();
        MDC.put(Correlation.MDC_KEY, correlation);
        try {
            response.setHeader(Correlation.HEADER, correlation);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            if (request.isSecure()) {
                response.setHeader("Strict-Transport-Security", "max-age=31536000");
            }
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | StackOverflowError e) {
            if (MalformedRequest.causes(e)) {
                ProblemWriter.write(response, StatusAnswers.of(400));
            } else if (!DisconnectedClientHelper.isClientDisconnectedException(e)) {
                LOG.error("A request failed outside of its handler:\n{}", NamelessTrace.of(e));
                ProblemWriter.write(response, StatusAnswers.of(500).withCorrelation(correlation));
            }
        } finally {
            MDC.remove(Correlation.MDC_KEY);
        }
    }
}
