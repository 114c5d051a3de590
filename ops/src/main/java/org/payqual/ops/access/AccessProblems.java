package org.payqual.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.payqual.ops.problem.ProblemAnswer;
import org.payqual.ops.problem.ProblemKind;
import org.payqual.ops.problem.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Answers what the security filters turn away, and says why. */
final class AccessProblems
        implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler, RequestRejectedHandler {

    private static final int ISSUER_RETRY_SECONDS = 10;

    private static final Map<String, ProblemAnswer> TOKEN_FAULTS = Map.of(
            TokenRules.EXPIRED, unauthenticated(TokenRules.EXPIRED, "访问令牌已过期。", "The token has expired."),
            TokenRules.NOT_YET, unauthenticated(TokenRules.NOT_YET, "访问令牌尚未生效。", "The token is not valid yet."),
            TokenRules.FOREIGN_ISSUER,
                    unauthenticated(TokenRules.FOREIGN_ISSUER, "访问令牌由其他颁发者签发。", "The token comes from another issuer."),
            TokenRules.FOREIGN_AUDIENCE,
                    unauthenticated(
                            TokenRules.FOREIGN_AUDIENCE, "访问令牌不是为本系统签发的。", "The token is not meant for this program."),
            TokenRules.WRONG_TYPE,
                    unauthenticated(TokenRules.WRONG_TYPE, "该令牌不是访问令牌。", "The token is not an access token."));

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof UnusableToken token) {
            ProblemWriter.write(response, token.answer());
        } else if (failure instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ISSUER_RETRY_SECONDS));
            ProblemWriter.write(
                    response,
                    ProblemAnswer.of(
                            ProblemKind.NOT_NOW,
                            "issuer-away",
                            "暂时无法验证令牌：颁发者没有响应。",
                            "Tokens cannot be checked now: their issuer does not answer."));
        } else if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            ProblemWriter.write(
                    response, unauthenticated("token-missing", "请求须带访问令牌。", "The request needs a bearer token."));
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            ProblemWriter.write(response, tokenFault(failure));
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        commence(request, response, failure);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        ProblemWriter.write(
                response,
                ProblemAnswer.of(ProblemKind.FORBIDDEN, "no-rule", "该地址未开放。", "This address is not open to anyone."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException failure)
            throws IOException {
        ProblemWriter.write(
                response,
                ProblemAnswer.of(
                        ProblemKind.MALFORMED,
                        "request-malformed",
                        "请求的地址或请求头含有不允许的字符。",
                        "The request's address or headers have characters that are not allowed."));
    }

    private static ProblemAnswer tokenFault(AuthenticationException failure) {
        ProblemAnswer notGenuine = unauthenticated("token-not-genuine", "访问令牌无法验证。", "The token cannot be verified.");
        return failure instanceof InvalidBearerTokenException
                        && failure.getCause() instanceof JwtValidationException invalid
                ? invalid.getErrors().stream()
                        .map(it -> TOKEN_FAULTS.get(it.getErrorCode()))
                        .filter(it -> it != null)
                        .findFirst()
                        .orElse(notGenuine)
                : notGenuine;
    }

    private static ProblemAnswer unauthenticated(String code, String zh, String en) {
        return ProblemAnswer.of(ProblemKind.UNAUTHENTICATED, code, zh, en);
    }
}
