package dev.atelier.gateway.revocation;

import dev.atelier.kit.http.ServiceUnavailable;
import dev.atelier.kit.problem.HttpProblem;
import dev.atelier.kit.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses revoked tokens, and all tokens while the revocations are not known yet. */
final class RevocationFilter extends OncePerRequestFilter {
    private static final HttpProblem REVOKED = HttpProblem.of(
                    "token-revoked", HttpStatus.UNAUTHORIZED, "This sign-in was ended. Sign in again.")
            .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    private static final HttpProblem NOT_YET = HttpProblem.of(new ServiceUnavailable("gateway", Duration.ofSeconds(1)));

    private final RevocationConsumer feed;
    private final RevocationList revocationList;
    private final ProblemWriter problems;

    RevocationFilter(RevocationConsumer feed, RevocationList revocationList, ProblemWriter problems) {
        this.feed = feed;
        this.revocationList = revocationList;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request.getUserPrincipal() instanceof JwtAuthenticationToken caller)) {
            chain.doFilter(request, response);
        } else if (!feed.caughtUp()) {
            problems.write(NOT_YET, request, response);
        } else if (revocationList.isRevoked(caller.getToken())) {
            problems.write(REVOKED, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
