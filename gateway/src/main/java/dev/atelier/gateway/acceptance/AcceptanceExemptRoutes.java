package dev.atelier.gateway.acceptance;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The routes that stay open to a user who must accept a document: reading and accepting it, the own account, sessions
 * and consents, asking for support, and leaving, which for a sole manager means deleting the workspace.
 */
final class AcceptanceExemptRoutes {
    private static final RequestMatcher ALWAYS = new OrRequestMatcher(List.of(
            any("/api/public/**"),
            any("/api/operator/**"),
            any("/api/me/legal-documents/**"),
            any("/api/me/sessions/**"),
            any("/api/me/consents/**"),
            any("/api/support-requests"),
            any("/api/deletions/{deletionId}"),
            any("/api/workspaces/{workspaceId}/leave"),
            any("/api/workspaces/{workspaceId}/management-offer/**"),
            matches(HttpMethod.GET, "/api/me"),
            matches(HttpMethod.GET, "/api/workspaces"),
            matches(HttpMethod.DELETE, "/api/workspaces/{workspaceId}"),
            matches(HttpMethod.DELETE, "/api/me/avatar"),
            matches(HttpMethod.GET, "/api/workspaces/{workspaceId}/members")));

    private static final RequestMatcher ACCEPTING = matches(HttpMethod.POST, "/api/me/legal-documents/**");

    private AcceptanceExemptRoutes() {}

    /** Whether the request accepts a document. */
    static boolean accepts(HttpServletRequest request) {
        return ACCEPTING.matches(request);
    }

    static boolean matches(HttpServletRequest request) {
        return ALWAYS.matches(request);
    }

    private static RequestMatcher any(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(path);
    }

    private static RequestMatcher matches(HttpMethod method, String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }
}
