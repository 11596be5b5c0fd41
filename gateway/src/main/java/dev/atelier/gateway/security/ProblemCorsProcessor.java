package dev.atelier.gateway.security;

import dev.atelier.kit.problem.HttpProblem;
import dev.atelier.kit.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Refuses cross-origin requests with a problem instead of plain text. */
final class ProblemCorsProcessor extends DefaultCorsProcessor {
    private final ProblemWriter problems;

    ProblemCorsProcessor(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration config, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (super.processRequest(config, request, response)) {
            return true;
        }
        var refused = HttpProblem.of(
                "origin-not-allowed",
                HttpStatus.FORBIDDEN,
                "Web pages of this origin may not ask this, or not with this method and these headers.");
        problems.write(refused, request, response);
        return false;
    }

    /** Writes nothing here, because a problem can be written only with the request. */
    @Override
    protected void rejectRequest(ServerHttpResponse response) {}
}
