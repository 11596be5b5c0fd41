package dev.atelier.kit.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems for controllers, filters and error pages. */
public final class ProblemWriter {
    private static final String ID = "X-Request-Id";

    private final JsonMapper json;
    private final ProblemTranslator texts = ProblemTranslator.load();

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /**
     * Writes the problem; does nothing where the response is already committed: the client gets an aborted response
     * and not a mixed one.
     */
    public void write(HttpProblem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        problem.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        var text = texts.of(problem, ProblemLanguage.of(request));
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, text.language().tag());
        var body = problem.body(text, instance(request), requestId(response));
        response.getOutputStream().write(json.writeValueAsBytes(body));
        response.flushBuffer();
    }

    /** Returns the path of the original request, also on an error dispatch. */
    private static String instance(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    /** Requests that the container refuses have no id yet. */
    private static String requestId(HttpServletResponse response) {
        @Nullable String id = MDC.get("requestId");
        if (id == null) {
            id = response.getHeader(ID);
        }
        if (id == null) {
            id = UUID.randomUUID().toString();
            response.setHeader(ID, id);
        }
        return id;
    }
}
