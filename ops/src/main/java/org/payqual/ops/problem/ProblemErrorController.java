package org.payqual.ops.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what filters and the server turn down by a bare status. */
@Controller
final class ProblemErrorController implements ErrorController {

    /** Answers by the status that was set. */
    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer it ? it : 404;
        ProblemAnswer answer = StatusAnswers.of(status);
        ProblemWriter.write(
                response,
                answer.status() == 500 ? answer.withCorrelation(response.getHeader(Correlation.HEADER)) : answer);
    }
}
