package dev.atelier.gateway.duty;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What stays open to who has yet to accept something: reading and accepting it, one's account and sessions, and leaving. */
final class Open {
    private static final RequestMatcher ALWAYS = new OrRequestMatcher(List.of(
            any("/api/public/**"),
            any("/api/operator/**"),
            any("/api/me/legal-documents/**"),
            any("/api/me/sessions/**"),
            any("/api/workspaces/{w}/departure"),
            any("/api/workspaces/{w}/management-offer/**"),
            to(HttpMethod.GET, "/api/me"),
            to(HttpMethod.GET, "/api/workspaces"),
            to(HttpMethod.GET, "/api/workspaces/{w}/members")));

    private Open() {}

    static boolean to(HttpServletRequest request) {
        return ALWAYS.matches(request);
    }

    private static RequestMatcher any(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(path);
    }

    private static RequestMatcher to(HttpMethod method, String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }
}
