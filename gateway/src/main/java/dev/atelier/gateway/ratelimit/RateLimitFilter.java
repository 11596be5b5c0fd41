package dev.atelier.gateway.ratelimit;

import dev.atelier.kit.problem.HttpProblem;
import dev.atelier.kit.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts requests by a key; refuses with 429 and reports the remaining requests. */
final class RateLimitFilter extends OncePerRequestFilter {
    private final RateLimitBuckets buckets;
    private final Function<HttpServletRequest, Optional<String>> key;
    private final ProblemWriter problems;

    RateLimitFilter(
            RateLimitBuckets buckets, Function<HttpServletRequest, Optional<String>> key, ProblemWriter problems) {
        this.buckets = buckets;
        this.key = key;
        this.problems = problems;
    }

    /** Several instances of this filter run in one chain. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return super.getAlreadyFilteredAttributeName() + "." + buckets.name();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var who = key.apply(request);
        if (who.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var probe = buckets.tryConsume(who.get());
        response.addHeader("RateLimit-Policy", buckets.policy());
        response.addHeader("RateLimit", buckets.state(probe));
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            var wait = Duration.ofSeconds(RateLimitBuckets.seconds(probe.getNanosToWaitForRefill()));
            problems.write(HttpProblem.of(new TooManyRequests(buckets.name(), wait)), request, response);
        }
    }
}
