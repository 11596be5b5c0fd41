package dev.atelier.kit.security;

import dev.atelier.kit.problem.ProblemMapper;
import dev.atelier.kit.problem.ProblemWriter;
import dev.atelier.kit.problem.RouteMethods;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Answers requests that Spring Security's firewall rejects: unknown methods (405), and addresses and headers with
 * forbidden characters (400).
 */
final class RejectedRequestHandler implements RequestRejectedHandler {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final ProblemWriter problems;
    private final Supplier<RouteMethods> methods;

    RejectedRequestHandler(ProblemWriter problems, Supplier<RouteMethods> methods) {
        this.problems = problems;
        this.methods = methods;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refused)
            throws IOException {
        var problem = METHODS.contains(request.getMethod())
                ? ProblemMapper.of(refused)
                : ProblemMapper.methodNotAllowed(methods.get().at(request.getRequestURI()));
        problems.write(problem, request, response);
    }
}
