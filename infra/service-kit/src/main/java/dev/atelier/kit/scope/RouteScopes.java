package dev.atelier.kit.scope;

import static dev.atelier.kit.scope.ApiScope.ACTIONS_READ;
import static dev.atelier.kit.scope.ApiScope.ACTIONS_WRITE;
import static dev.atelier.kit.scope.ApiScope.AGENTS_READ;
import static dev.atelier.kit.scope.ApiScope.PROJECTS_READ;
import static dev.atelier.kit.scope.ApiScope.PROJECTS_WRITE;
import static dev.atelier.kit.scope.ApiScope.REPORTS_READ;
import static dev.atelier.kit.scope.ApiScope.REPORTS_WRITE;
import static dev.atelier.kit.scope.ApiScope.RUNS_READ;
import static dev.atelier.kit.scope.ApiScope.RUNS_WRITE;
import static dev.atelier.kit.scope.ApiScope.WORKSPACE_READ;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The scope that each route of all services requires of a service account. Routes that are not listed here are closed
 * to service accounts.
 */
public final class RouteScopes {
    private static final String WORKSPACE_ID = "workspaceId";
    private static final String WORKSPACE = "/api/workspaces/{" + WORKSPACE_ID + "}";
    private static final String PROJECT = WORKSPACE + "/projects/{projectId}";
    private static final List<RouteRule> RULES = List.of(
            rule("GET", "/api/workspaces", WORKSPACE_READ),
            rule("GET", WORKSPACE, WORKSPACE_READ),
            rule("GET", WORKSPACE + "/members", WORKSPACE_READ),
            rule("GET", WORKSPACE + "/settings", WORKSPACE_READ),
            rule("GET", WORKSPACE + "/projects", PROJECTS_READ),
            rule("POST", WORKSPACE + "/projects", PROJECTS_WRITE),
            rule("GET", PROJECT, PROJECTS_READ),
            rule("PATCH", PROJECT, PROJECTS_WRITE),
            rule("GET", PROJECT + "/participants", PROJECTS_READ),
            rule("POST", PROJECT + "/participants", PROJECTS_WRITE),
            rule("DELETE", PROJECT + "/participants/{userId}", PROJECTS_WRITE),
            rule("GET", PROJECT + "/actions/**", ACTIONS_READ),
            rule("POST", PROJECT + "/actions/**", ACTIONS_WRITE),
            rule("PUT", PROJECT + "/actions/**", ACTIONS_WRITE),
            rule("PATCH", PROJECT + "/actions/**", ACTIONS_WRITE),
            rule("DELETE", PROJECT + "/actions/**", ACTIONS_WRITE),
            rule("GET", PROJECT + "/views/**", ACTIONS_READ),
            rule("POST", PROJECT + "/views", ACTIONS_WRITE),
            rule("PATCH", PROJECT + "/views/{savedViewId}", ACTIONS_WRITE),
            rule("DELETE", PROJECT + "/views/{savedViewId}", ACTIONS_WRITE),
            rule("GET", "/api/deletions/{deletionId}", ACTIONS_WRITE),
            rule("GET", WORKSPACE + "/agents/**", AGENTS_READ),
            rule("GET", WORKSPACE + "/tools", AGENTS_READ),
            rule("GET", WORKSPACE + "/runs/**", RUNS_READ),
            rule("GET", WORKSPACE + "/approvals/**", RUNS_READ),
            rule("POST", WORKSPACE + "/runs", RUNS_WRITE),
            rule("POST", WORKSPACE + "/runs/{runId}/cancel", RUNS_WRITE),
            rule("GET", WORKSPACE + "/reports/**", REPORTS_READ),
            rule("POST", WORKSPACE + "/reports", REPORTS_WRITE));
    private static final PathPattern IN_A_WORKSPACE = PathPatternParser.defaultInstance.parse(WORKSPACE + "/**");

    private RouteScopes() {}

    /**
     * Returns the scope that a request, or a route of an OpenAPI document, requires; empty where it is closed to
     * service accounts.
     */
    public static Optional<ApiScope> scope(String method, String path) {
        var parsed = PathContainer.parsePath(path);
        return RULES.stream()
                .filter(rule -> rule.method().equals(method) && rule.path().matches(parsed))
                .map(RouteRule::scope)
                .findFirst();
    }

    /** Returns the workspace id in a path, as written there; empty where the path has none. */
    static Optional<String> workspace(String path) {
        return Optional.ofNullable(IN_A_WORKSPACE.matchAndExtract(PathContainer.parsePath(path)))
                .map(match -> Objects.requireNonNull(match.getUriVariables().get(WORKSPACE_ID)));
    }

    private static RouteRule rule(String method, String path, ApiScope scope) {
        return new RouteRule(method, PathPatternParser.defaultInstance.parse(path), scope);
    }

    private record RouteRule(String method, PathPattern path, ApiScope scope) {}
}
