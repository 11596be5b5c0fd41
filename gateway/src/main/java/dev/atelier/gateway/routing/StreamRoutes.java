package dev.atelier.gateway.routing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Knows which requests are answered by an event stream: they have a longer timeout and a separate limit, and end with
 * their credential.
 */
public final class StreamRoutes {
    private static final List<PathPattern> PATHS =
            List.of(PathPatternParser.defaultInstance.parse("/api/workspaces/{workspaceId}/runs/{runId}/events"));

    private StreamRoutes() {}

    public static boolean matches(HttpServletRequest request) {
        return matches(request.getMethod(), request.getRequestURI());
    }

    /** Checks a method and a path, or a route of an OpenAPI document. */
    public static boolean matches(String method, String path) {
        var parsed = PathContainer.parsePath(path);
        return HttpMethod.GET.matches(method) && PATHS.stream().anyMatch(route -> route.matches(parsed));
    }
}
