package dev.atelier.kit.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteScopesTest {
    @ParameterizedTest
    @CsvSource({
        "GET,    /api/workspaces/1,                                    workspace:read",
        "GET,    /api/workspaces/1/members,                            workspace:read",
        "POST,   /api/workspaces/1/projects/2/participants,            projects:write",
        "GET,    /api/workspaces/1/projects/2/actions,                 actions:read",
        "GET,    /api/workspaces/1/projects/2/actions/3/attachments/4/content, actions:read",
        "PATCH,  /api/workspaces/1/projects/2/actions/3,               actions:write",
        "POST,   /api/workspaces/1/projects/2/actions/3/comments,      actions:write",
        "GET,    /api/workspaces/1/runs/2/events,                      runs:read",
        "POST,   /api/workspaces/1/runs,                               runs:write",
        "GET,    /api/workspaces/1/reports/2/content,                  reports:read",
    })
    void aRouteTakesOneScope(String method, String path, String scope) {
        assertThat(RouteScopes.scope(method, path)).map(ApiScope::text).hasValue(scope);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/me",
        "PATCH,  /api/workspaces/1",
        "DELETE, /api/workspaces/1",
        "POST,   /api/workspaces",
        "POST,   /api/workspaces/1/invitations",
        "DELETE, /api/workspaces/1/members/2",
        "PUT,    /api/workspaces/1/management-offer",
        "DELETE, /api/workspaces/1/projects/2",
        "POST,   /api/workspaces/1/approvals/2/approve",
        "GET,    /api/workspaces/1/model-connections",
        "POST,   /api/workspaces/1/agents",
        "GET,    /api/workspaces/1/audit-log",
        "GET,    /api/workspaces/1/webhook-endpoints",
        "GET,    /api/workspaces/1/service-accounts",
        "POST,   /api/workspaces/1/service-accounts/2/keys",
        "GET,    /api/operator/users",
    })
    void whatIsForPeopleTakesNone(String method, String path) {
        assertThat(RouteScopes.scope(method, path)).isEmpty();
    }
}
