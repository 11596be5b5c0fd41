package dev.atelier.kit.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;

/**
 * Writes problems, instead of Tomcat's error page, for requests that never reach the application: a malformed address,
 * a broken header.
 */
final class ProblemErrorReportValve extends ErrorReportValve {
    private final ProblemWriter writer;
    private final RouteMethods methods;

    ProblemErrorReportValve(ProblemWriter writer, RouteMethods methods) {
        this.writer = writer;
        this.methods = methods;
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            writer.write(problem(status, request.getRequestURI()), request, response.getResponse());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpProblem problem(int status, String path) {
        return switch (HttpStatus.resolve(status)) {
            case METHOD_NOT_ALLOWED, NOT_IMPLEMENTED -> ProblemMapper.methodNotAllowed(methods.at(path));
            case null -> ProblemMapper.internal();
            case HttpStatus known
            when known.is4xxClientError() ->
                HttpProblem.of("invalid-input", HttpStatus.BAD_REQUEST, "The request cannot be understood.");
            default -> ProblemMapper.internal();
        };
    }
}
