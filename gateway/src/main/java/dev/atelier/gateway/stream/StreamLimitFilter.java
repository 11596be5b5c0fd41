package dev.atelier.gateway.stream;

import dev.atelier.gateway.routing.StreamRoutes;
import dev.atelier.kit.problem.HttpProblem;
import dev.atelier.kit.problem.ProblemWriter;
import dev.atelier.kit.scope.ServiceAccountToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds a permit for each event stream from its request to its end. */
final class StreamLimitFilter extends OncePerRequestFilter {
    private final OpenStreamCounter places;
    private final ProblemWriter problems;

    StreamLimitFilter(OpenStreamCounter places, ProblemWriter problems) {
        this.places = places;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request.getUserPrincipal() instanceof JwtAuthenticationToken caller) || !StreamRoutes.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        OpenStreamCounter.StreamPermit streamPermit;
        try {
            streamPermit = places.acquire(
                    Objects.requireNonNull(caller.getToken().getSubject()),
                    ServiceAccountToken.isServiceAccount(caller.getToken()));
        } catch (TooManyStreams e) {
            problems.write(HttpProblem.of(e), request, response);
            return;
        }
        try (streamPermit) {
            chain.doFilter(request, response);
        }
    }
}
