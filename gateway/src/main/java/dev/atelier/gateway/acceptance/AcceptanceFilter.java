package dev.atelier.gateway.acceptance;

import dev.atelier.kit.problem.HttpProblem;
import dev.atelier.kit.problem.ProblemWriter;
import dev.atelier.kit.scope.ServiceAccountToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses requests of users who must accept a document first. Service accounts accept nothing. */
final class AcceptanceFilter extends OncePerRequestFilter {
    private final Supplier<RequiredAcceptanceClient> duties;
    private final ProblemWriter problems;

    AcceptanceFilter(Supplier<RequiredAcceptanceClient> duties, ProblemWriter problems) {
        this.duties = duties;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request.getUserPrincipal() instanceof JwtAuthenticationToken caller)
                || ServiceAccountToken.isServiceAccount(caller.getToken())) {
            chain.doFilter(request, response);
            return;
        }
        if (AcceptanceExemptRoutes.accepts(request)) {
            try {
                chain.doFilter(request, response);
            } finally {
                duties.get().evict(caller.getToken());
            }
            return;
        }
        if (!AcceptanceExemptRoutes.matches(request)) {
            var requiredAcceptances = duties.get().of(caller.getToken());
            if (!requiredAcceptances.items().isEmpty()) {
                problems.write(HttpProblem.of(new AcceptanceRequired(requiredAcceptances.items())), request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
