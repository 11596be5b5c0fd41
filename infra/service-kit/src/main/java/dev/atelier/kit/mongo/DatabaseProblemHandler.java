package dev.atelier.kit.mongo;

import com.mongodb.MongoException;
import dev.atelier.kit.kafka.TransientFailureClassifier;
import dev.atelier.kit.problem.HttpProblem;
import dev.atelier.kit.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers 503 with {@code Retry-After} where the database is unavailable or concurrent transactions kept conflicting:
 * the request had no effect and may be sent again. All other database failures are rethrown and become internal
 * errors.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseProblemHandler {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProblemHandler.class);
    private static final String SECONDS = "2";

    private final ObjectProvider<ProblemWriter> writer;

    DatabaseProblemHandler(ObjectProvider<ProblemWriter> writer) {
        this.writer = writer;
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class, MongoException.class})
    void problem(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted() || !TransientFailureClassifier.isTransient(failure)) {
            throw failure;
        }
        LOG.warn(
                "{} {} failed with a transient database error: {}",
                request.getMethod(),
                request.getRequestURI(),
                failure.toString());
        var problem = HttpProblem.of(
                        "temporarily-unavailable",
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "This cannot be done at this moment. Nothing was done; send the request again.")
                .withHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        writer.getObject().write(problem, request, response);
    }
}
