package dev.atelier.gateway.routing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which requests are answered by a stream of events: patient, counted apart, and cut with their credential. */
public final class StreamRoutes {
    private static final List<PathPattern> PATHS =
            List.of(PathPatternParser.defaultInstance.parse("/api/workspaces/{w}/runs/{r}/events"));

    private StreamRoutes() {}

    public static boolean matches(HttpServletRequest request) {
        return matches(request.getMethod(), request.getRequestURI());
    }

    /** The same of a method and a path, or a route of an OpenAPI document. */
    public static boolean matches(String method, String path) {
        var parsed = PathContainer.parsePath(path);
        return HttpMethod.GET.matches(method) && PATHS.stream().anyMatch(route -> route.matches(parsed));
    }
}
