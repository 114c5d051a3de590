package org.payqual.ops.problem;

import static org.payqual.ops.problem.ProblemKind.MALFORMED;
import static org.payqual.ops.problem.ProblemKind.NOT_NOW;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.payqual.command.dispatch.Causes;
import org.payqual.domain.identity.IdentityFault;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;

/** Answers whatever goes wrong while a request is handled. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Set<String> SERVER_AWAY = Set.of("08", "53", "57", "58");
    private static final int STORE_RETRY_SECONDS = 5;

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> problem(ProblemException failure) {
        Problem problem = failure.problem();
        HttpHeaders headers = new HttpHeaders();
        if (Answers.retryAfter(problem) > 0) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Answers.retryAfter(problem)));
        }
        return answer(Answers.to(problem), headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> identity(IdentityFault failure) {
        return problem(new ProblemException(failure.problem()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> unreadable(HttpMessageNotReadableException failure) {
        for (Throwable at = failure.getCause(); at != null; at = at.getCause()) {
            if (at instanceof JacksonException fault) {
                return answer(JsonFaults.of(fault));
            }
        }
        return answer(ProblemAnswer.of(MALFORMED, "body-missing", "请求缺少内容。", "The request has no body."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> invalidBody(MethodArgumentNotValidException failure) {
        return answer(BodyFaults.of(failure));
    }

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> invalidParameters(HandlerMethodValidationException failure) {
        return answer(BodyFaults.of(failure));
    }

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> wrongParameter(MethodArgumentTypeMismatchException failure) {
        return answer(WrongValue.of(failure.getRequiredType()).at(failure.getName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> missingParameter(MissingServletRequestParameterException failure) {
        return missing("parameter-missing", failure.getParameterName());
    }

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> missingHeader(MissingRequestHeaderException failure) {
        return missing("header-missing", failure.getHeaderName());
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemAnswer> storeAway(Exception failure) {
        StoreAway.mark();
        LOG.warn("The store did not answer:\n{}", NamelessTrace.of(failure));
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(STORE_RETRY_SECONDS));
        return answer(
                ProblemAnswer.of(NOT_NOW, "store-away", "数据库暂时无法访问，请稍后重试。", "The store is away, try again later."),
                headers);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemAnswer> anything(Exception failure) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null;
        }
        if (MalformedRequest.causes(failure)) {
            return answer(StatusAnswers.of(400));
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(StatusAnswers.of(known.getStatusCode().value()), known.getHeaders());
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().value() == 503) {
            return answer(StatusAnswers.of(503), known.getHeaders());
        }
        if (connectionLost(failure)) {
            return storeAway(failure);
        }
        LOG.error("A request failed:\n{}", NamelessTrace.of(failure));
        return answer(StatusAnswers.of(500).withCorrelation(Correlation.current()));
    }

    /** A pool says without any SQLSTATE that a connection broke; a server, by one of the classes for itself. */
    private static boolean connectionLost(Exception failure) {
        return Causes.fromDatabase(failure)
                && Causes.sqlState(failure)
                        .map(state -> SERVER_AWAY.contains(state.substring(0, Math.min(2, state.length()))))
                        .orElse(true);
    }

    private static ResponseEntity<ProblemAnswer> missing(String code, String name) {
        return answer(ProblemAnswer.of(MALFORMED, code, "缺少必需的参数或请求头。", "A required parameter or header is missing.")
                .at(name));
    }

    private static ResponseEntity<ProblemAnswer> answer(ProblemAnswer answer) {
        return answer(answer, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<ProblemAnswer> answer(ProblemAnswer answer, HttpHeaders headers) {
        return ResponseEntity.status(answer.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer);
    }
}
