package dev.atelier.gateway.requestvalidation;

import dev.atelier.kit.problem.HttpProblem;
import dev.atelier.kit.problem.ProblemWriter;
import dev.atelier.kit.problem.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Rejects requests with an invalid path or query. */
final class RequestSyntaxFilter extends OncePerRequestFilter {
    private final ProblemWriter problems;

    RequestSyntaxFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        QueryParameters queryParameters;
        try {
            PercentDecoder.PATH.decode(request.getRequestURI());
            queryParameters = QueryParameters.of(request.getQueryString());
        } catch (Refusal refused) {
            problems.write(HttpProblem.of(refused), request, response);
            return;
        }
        chain.doFilter(new ParsedQueryRequest(request, queryParameters), response);
    }
}
