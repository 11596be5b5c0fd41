package dev.atelier.gateway.revocation;

import dev.atelier.kit.http.ServiceUnavailable;
import dev.atelier.kit.web.problem.Problem;
import dev.atelier.kit.web.problem.ProblemWriter;
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

/** Refuses revoked tokens; and all tokens while the revocations are not known yet. */
final class RevocationFilter extends OncePerRequestFilter {
    private static final Problem REVOKED = Problem.of(
                    "token-revoked", HttpStatus.UNAUTHORIZED, "This sign-in was ended. Sign in again.")
            .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    private static final Problem NOT_YET = Problem.of(new ServiceUnavailable("gateway", Duration.ofSeconds(1)));

    private final RevocationFeed feed;
    private final Revocations revocations;
    private final ProblemWriter problems;

    RevocationFilter(RevocationFeed feed, Revocations revocations, ProblemWriter problems) {
        this.feed = feed;
        this.revocations = revocations;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request.getUserPrincipal() instanceof JwtAuthenticationToken caller)) {
            chain.doFilter(request, response);
        } else if (!feed.caughtUp()) {
            problems.write(NOT_YET, request, response);
        } else if (revocations.revokes(caller.getToken())) {
            problems.write(REVOKED, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
