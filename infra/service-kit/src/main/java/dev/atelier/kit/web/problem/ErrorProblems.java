package dev.atelier.kit.web.problem;

import dev.atelier.kit.web.NotFound;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What filters and the container refuse by status alone. */
@Controller
class ErrorProblems implements ErrorController {
    private final ProblemWriter writer;
    private final RouteMethods methods;

    ErrorProblems(ProblemWriter writer, RouteMethods methods) {
        this.writer = writer;
        this.methods = methods;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void problem(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var status = status(request);
        var problem = failure instanceof Exception known && !clientBrokeOff(known, status)
                ? Problems.of(known)
                : of(status, path(request));
        writer.write(problem, request, response);
    }

    /** The container notes the failure of its read, and in the status whose it was. */
    private static boolean clientBrokeOff(Exception failure, @Nullable HttpStatus status) {
        return failure instanceof IOException && status != null && status.is4xxClientError();
    }

    private Problem of(@Nullable HttpStatus status, String path) {
        return switch (status) {
            case UNAUTHORIZED -> Problems.unauthenticated();
            case NOT_FOUND -> Problem.of(new NotFound());
            case METHOD_NOT_ALLOWED, NOT_IMPLEMENTED -> Problems.methodNotAllowed(methods.at(path));
            case REQUEST_TIMEOUT -> Problems.bodyTooSlow();
            case CONTENT_TOO_LARGE -> Problems.payloadTooLarge();
            case null -> Problem.of(new NotFound());
            default ->
                status.is4xxClientError()
                        ? Problem.of("invalid-input", HttpStatus.BAD_REQUEST, "The request cannot be understood.")
                        : Problems.internal();
        };
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    private static @Nullable HttpStatus status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : null;
    }
}
