package dev.atelier.kit.scope;

import dev.atelier.kit.problem.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Enforces the scopes of service accounts and their workspace; other workspaces are not found. Does not restrict
 * people.
 */
final class ScopeInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getUserPrincipal() instanceof JwtAuthenticationToken caller) {
            ServiceAccountToken.of(caller.getToken()).ifPresent(token -> check(token, request));
        }
        return true;
    }

    private static void check(ServiceAccountToken token, HttpServletRequest request) {
        var path = request.getRequestURI();
        if (RouteScopes.workspace(path)
                .filter(id -> !id.equalsIgnoreCase(token.workspace()))
                .isPresent()) {
            throw new NotFound();
        }
        var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        var scope = RouteScopes.scope(method, path).orElseThrow(NotForServiceAccounts::new);
        if (!token.scopes().contains(scope)) {
            throw new MissingScope(scope);
        }
    }
}
