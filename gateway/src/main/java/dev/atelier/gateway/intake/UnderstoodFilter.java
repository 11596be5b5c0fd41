package dev.atelier.gateway.intake;

import dev.atelier.kit.web.Refusal;
import dev.atelier.kit.web.problem.Problem;
import dev.atelier.kit.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nothing in whose path or query has no meaning. */
final class UnderstoodFilter extends OncePerRequestFilter {
    private final ProblemWriter problems;

    UnderstoodFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Query query;
        try {
            PercentEncoding.PATH.decode(request.getRequestURI());
            query = Query.of(request.getQueryString());
        } catch (Refusal refused) {
            problems.write(Problem.of(refused), request, response);
            return;
        }
        chain.doFilter(new UnderstoodRequest(request, query), response);
    }
}
