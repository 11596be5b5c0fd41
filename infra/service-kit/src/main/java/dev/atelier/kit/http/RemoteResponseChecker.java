package dev.atelier.kit.http;

import dev.atelier.kit.problem.HttpProblem;
import dev.atelier.kit.problem.RefusalReason;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Distinguishes refusals, which concern the caller, from failures. */
record RemoteResponseChecker(String service, JsonMapper json, Duration retryAfter) {
    private static final Set<String> STANDARD = Set.of("type", "title", "status", "detail", "instance", "requestId");
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    /** Returns normally for a successful response; throws otherwise. */
    void check(ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode();
        if (status.is2xxSuccessful()) {
            return;
        }
        if (status.is5xxServerError()) {
            throw new ServiceUnavailable(service, retryAfter);
        }
        var reason = Arrays.stream(RefusalReason.values())
                .filter(one -> one.status().isSameCodeAs(status))
                .findFirst();
        var problem = problem(response);
        if (reason.isEmpty() || problem.isEmpty()) {
            throw new IllegalStateException(service + " answered " + status.value() + " to a request of this service");
        }
        throw refusal(reason.get(), problem.get(), response.getHeaders());
    }

    private Optional<Map<String, Object>> problem(ClientHttpResponse response) throws IOException {
        try {
            var members = json.readValue(response.getBody(), MEMBERS);
            return members != null && String.valueOf(members.get("type")).startsWith(HttpProblem.TYPE_PREFIX)
                    ? Optional.of(members)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static RemoteRefusal refusal(RefusalReason reason, Map<String, Object> problem, HttpHeaders headers) {
        var details = new LinkedHashMap<>(problem);
        details.keySet().removeAll(STANDARD);
        return new RemoteRefusal(
                String.valueOf(problem.get("type")).substring(HttpProblem.TYPE_PREFIX.length()),
                reason,
                String.valueOf(problem.get("detail")),
                details,
                seconds(headers.getFirst(HttpHeaders.RETRY_AFTER)));
    }

    private static @Nullable Duration seconds(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(header)) : null;
    }
}
