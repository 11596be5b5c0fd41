package dev.atelier.gateway.duty;

import dev.atelier.kit.scope.ServiceAccountToken;
import dev.atelier.kit.web.problem.Problem;
import dev.atelier.kit.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds back who has yet to accept something; service accounts are no people and accept nothing. */
final class DutyFilter extends OncePerRequestFilter {
    private final Supplier<Duties> duties;
    private final ProblemWriter problems;

    DutyFilter(Supplier<Duties> duties, ProblemWriter problems) {
        this.duties = duties;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request.getUserPrincipal() instanceof JwtAuthenticationToken caller)
                || ServiceAccountToken.is(caller.getToken())) {
            chain.doFilter(request, response);
            return;
        }
        if (Open.accepts(request)) {
            try {
                chain.doFilter(request, response);
            } finally {
                duties.get().forget(caller.getToken());
            }
            return;
        }
        if (!Open.to(request)) {
            var owed = duties.get().of(caller.getToken());
            if (!owed.documents().isEmpty()) {
                problems.write(Problem.of(new AcceptanceRequired(owed.documents())), request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
