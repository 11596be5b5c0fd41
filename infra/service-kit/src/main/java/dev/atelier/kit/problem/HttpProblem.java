package dev.atelier.kit.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * An RFC 9457 problem before it is written.
 *
 * @param fact the last part of {@code type}, in kebab case
 * @param detail a sentence for the user
 * @param details further members, such as {@code errors}
 */
public record HttpProblem(
        String fact, HttpStatusCode status, String detail, Map<String, Object> details, HttpHeaders headers) {
    /** The part of {@code type} before the fact. */
    public static final String TYPE_PREFIX = "urn:atelier:problem:";

    public static HttpProblem of(Refusal refusal) {
        var problem = new HttpProblem(
                refusal.fact(), refusal.reason().status(), refusal.sentence(), refusal.details(), new HttpHeaders());
        var retryAfter = refusal.retryAfter();
        return retryAfter == null
                ? problem
                : problem.withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
    }

    public static HttpProblem of(String fact, HttpStatusCode status, String detail) {
        return new HttpProblem(fact, status, detail, Map.of(), new HttpHeaders());
    }

    public HttpProblem withHeader(String header, String value) {
        var more = new HttpHeaders(headers);
        more.set(header, value);
        return new HttpProblem(fact, status, detail, details, more);
    }

    /** Returns what is wrong with parts of the request; empty where the problem has no such errors. */
    List<InvalidField> errors() {
        return details.get("errors") instanceof List<?> errors
                ? errors.stream()
                        .filter(InvalidField.class::isInstance)
                        .map(InvalidField.class::cast)
                        .toList()
                : List.of();
    }

    Map<String, Object> body(ProblemText text, String instance, String requestId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", TYPE_PREFIX + fact);
        body.put("title", text.title());
        body.put("status", status.value());
        body.put("detail", text.detail());
        body.put("instance", instance);
        body.put("requestId", requestId);
        if (!text.errors().isEmpty()) {
            body.put("errors", text.errors());
        }
        details.forEach(body::putIfAbsent);
        return body;
    }

    String title() {
        return Character.toUpperCase(fact.charAt(0)) + fact.substring(1).replace('-', ' ');
    }
}
