package dev.atelier.gateway.routing;

import dev.atelier.kit.problem.HttpProblem;
import dev.atelier.kit.problem.ProblemWriter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A problem as the response of a route. */
record ProblemServerResponse(HttpProblem problem, ProblemWriter writer) implements ServerResponse {
    @Override
    public HttpStatusCode statusCode() {
        return problem.status();
    }

    @Override
    public HttpHeaders headers() {
        return problem.headers();
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        writer.write(problem, request, response);
        return null;
    }
}
