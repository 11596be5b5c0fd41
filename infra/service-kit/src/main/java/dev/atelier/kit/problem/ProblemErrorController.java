package dev.atelier.kit.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Writes problems for requests that filters and the container refuse by status alone. */
@Controller
class ProblemErrorController implements ErrorController {
    private final ProblemWriter writer;
    private final RouteMethods methods;

    ProblemErrorController(ProblemWriter writer, RouteMethods methods) {
        this.writer = writer;
        this.methods = methods;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void problem(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var status = status(request);
        var problem = failure instanceof Exception known && !clientBrokeOff(known, status)
                ? ProblemMapper.of(known)
                : of(status, path(request));
        writer.write(problem, request, response);
    }

    /** A 4xx status of an I/O failure means that the container could not read the client's request. */
    private static boolean clientBrokeOff(Exception failure, @Nullable HttpStatus status) {
        return failure instanceof IOException && status != null && status.is4xxClientError();
    }

    private HttpProblem of(@Nullable HttpStatus status, String path) {
        return switch (status) {
            case UNAUTHORIZED -> ProblemMapper.unauthenticated();
            case NOT_FOUND -> HttpProblem.of(new NotFound());
            case METHOD_NOT_ALLOWED, NOT_IMPLEMENTED -> ProblemMapper.methodNotAllowed(methods.at(path));
            case REQUEST_TIMEOUT -> ProblemMapper.bodyTooSlow();
            case CONTENT_TOO_LARGE -> ProblemMapper.payloadTooLarge();
            case null -> HttpProblem.of(new NotFound());
            default ->
                status.is4xxClientError()
                        ? HttpProblem.of("invalid-input", HttpStatus.BAD_REQUEST, "The request cannot be understood.")
                        : ProblemMapper.internal();
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
