package dev.atelier.gateway.apikey;

import dev.atelier.kit.problem.HttpProblem;
import dev.atelier.kit.problem.ProblemMapper;
import dev.atelier.kit.problem.ProblemWriter;
import dev.atelier.kit.security.SignInUnavailable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Replaces an API key with the token of its service account, before the token is checked. */
final class ApiKeyFilter extends OncePerRequestFilter {
    private static final Pattern KEY = Pattern.compile("(?i:Bearer) +(atk_.*)");
    private static final Pattern WELL_FORMED = Pattern.compile("atk_[A-Za-z0-9_-]{43}");

    private final Supplier<ApiKeyTokenCache> tokens;
    private final ProblemWriter problems;

    ApiKeyFilter(Supplier<ApiKeyTokenCache> tokens, ProblemWriter problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        var key = KEY.matcher(authorization == null ? "" : authorization);
        if (!key.matches()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<String> token;
        try {
            token = WELL_FORMED.matcher(key.group(1)).matches() ? tokens.get().of(key.group(1)) : Optional.empty();
        } catch (SignInUnavailable e) {
            problems.write(HttpProblem.of(e), request, response);
            return;
        }
        if (token.isEmpty()) {
            problems.write(ProblemMapper.unauthenticated(), request, response);
        } else {
            chain.doFilter(new BearerTokenRequestWrapper(request, token.get()), response);
        }
    }
}
