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
            any("/api/workspaces/{workspaceId}/departure"),
            any("/api/workspaces/{workspaceId}/management-offer/**"),
            to(HttpMethod.GET, "/api/me"),
            to(HttpMethod.GET, "/api/workspaces"),
            to(HttpMethod.DELETE, "/api/workspaces/{workspaceId}"),
            to(HttpMethod.DELETE, "/api/me/avatar"),
            to(HttpMethod.GET, "/api/workspaces/{workspaceId}/members")));

    private static final RequestMatcher ACCEPTING = to(HttpMethod.POST, "/api/me/legal-documents/**");

    private AcceptanceExemptRoutes() {}

    /** Whether the request accepts a document. */
    static boolean accepts(HttpServletRequest request) {
        return ACCEPTING.matches(request);
    }

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
