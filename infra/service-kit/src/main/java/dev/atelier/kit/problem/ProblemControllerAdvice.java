package dev.atelier.kit.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns every exception of a controller into a problem. */
@RestControllerAdvice
class ProblemControllerAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemControllerAdvice.class);

    private final ProblemWriter writer;

    ProblemControllerAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void handleClientAbort(AsyncRequestNotUsableException gone) {
        LOG.debug("The client closed the connection before the answer was complete", gone);
    }

    @ExceptionHandler(Exception.class)
    void problem(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            // Rethrown, so that the container aborts the connection and the client does not take a partial response
            // for a complete one.
            throw failure;
        }
        var problem = ProblemMapper.of(failure);
        if (problem.status().is5xxServerError()) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        writer.write(problem, request, response);
    }
}
