package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** People without access learn nothing, not even whether something exists. */
@ServiceTest
@TestInstance(Lifecycle.PER_CLASS)
class UnauthorizedAccessTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    TestUser mia;
    TestUser stranger;
    TestUser neighbour;
    String workspace;
    String project;
    String action;
    String invitation;

    @BeforeAll
    void aWorkspaceWithAMemberOutsideItsProject() {
        lea = town.person("Lea");
        mia = town.person("Mia");
        stranger = town.person("Sam");
        neighbour = town.person("Nils");
        workspace = town.workspace(lea);
        town.workspace(neighbour);
        town.addMember(workspace, lea, mia);
        project = town.project(workspace, lea);
        action = town.action(project, lea, "Secret plan");
        invitation = lea.post(workspace + "/invitations", Map.of("email", "someone@example.org"))
                .expect(201)
                .id();
    }

    /** A route of the workspace, of the project, or for the manager only; with a valid body. */
    record Route(HttpMethod method, String path, @Nullable Object body, RouteAudience of) {
        TestResponse send(TestUser who, String workspace, String project, String action, String invitation) {
            var full = path.replace("{A}", action)
                    .replace("{P}", project)
                    .replace("{W}", workspace)
                    .replace("{I}", invitation)
                    .replace("{me}", who.id().toString());
            return who.with("If-Match", "\"1\"").send(method, full, body);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    enum RouteAudience {
        WORKSPACE,
        MANAGER,
        PROJECT
    }

    static Stream<Route> routes() {
        var someone = Map.of("userId", UUID.randomUUID());
        return Stream.of(
                new Route(HttpMethod.GET, "{W}", null, RouteAudience.WORKSPACE),
                new Route(HttpMethod.GET, "{W}/members", null, RouteAudience.WORKSPACE),
                new Route(HttpMethod.GET, "{W}/projects", null, RouteAudience.WORKSPACE),
                new Route(HttpMethod.PATCH, "{W}", Map.of("name", "Mine"), RouteAudience.MANAGER),
                new Route(HttpMethod.GET, "{W}/invitations", null, RouteAudience.MANAGER),
                new Route(HttpMethod.POST, "{W}/invitations", Map.of("email", "a@example.org"), RouteAudience.MANAGER),
                new Route(HttpMethod.POST, "{W}/invitations/{I}/resend", null, RouteAudience.MANAGER),
                new Route(HttpMethod.DELETE, "{W}/invitations/{I}", null, RouteAudience.MANAGER),
                new Route(HttpMethod.DELETE, "{W}/members/" + UUID.randomUUID(), null, RouteAudience.MANAGER),
                new Route(
                        HttpMethod.PUT,
                        "{W}/management-offer",
                        Map.of("userId", UUID.randomUUID()),
                        RouteAudience.MANAGER),
                new Route(HttpMethod.DELETE, "{W}/management-offer", null, RouteAudience.MANAGER),
                new Route(HttpMethod.GET, "{P}", null, RouteAudience.PROJECT),
                new Route(HttpMethod.PATCH, "{P}", Map.of("name", "Mine"), RouteAudience.PROJECT),
                new Route(HttpMethod.GET, "{P}/participants", null, RouteAudience.PROJECT),
                new Route(HttpMethod.POST, "{P}/participants", someone, RouteAudience.PROJECT),
                new Route(HttpMethod.DELETE, "{P}/participants/{me}", null, RouteAudience.PROJECT),
                new Route(HttpMethod.GET, "{P}/actions", null, RouteAudience.PROJECT),
                new Route(HttpMethod.POST, "{P}/actions", Map.of("title", "x"), RouteAudience.PROJECT),
                new Route(HttpMethod.GET, "{A}", null, RouteAudience.PROJECT),
                new Route(HttpMethod.PATCH, "{A}", Map.of("title", "x"), RouteAudience.PROJECT),
                new Route(HttpMethod.GET, "{A}/comments", null, RouteAudience.PROJECT),
                new Route(HttpMethod.POST, "{A}/comments", Map.of("text", "x"), RouteAudience.PROJECT),
                new Route(HttpMethod.GET, "{A}/history", null, RouteAudience.PROJECT));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void strangersAndNeighboursGetTheSameAnswerForForeignAndUnknownIds(Route route) {
        for (var who : List.of(stranger, neighbour)) {
            var foreign = route.send(who, workspace, project, action, invitation);
            var nowhere = "/api/workspaces/" + UUID.randomUUID();
            var unknownProject = nowhere + "/projects/" + UUID.randomUUID();
            var unknown = route.send(
                    who,
                    nowhere,
                    unknownProject,
                    unknownProject + "/actions/" + UUID.randomUUID(),
                    UUID.randomUUID().toString());

            foreign.expectProblem(404, "not-found");
            assertThat(without(unknown)).isEqualTo(without(foreign));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aMemberOutsideTheProjectFindsNothingOfIt(Route route) {
        var testResponse = route.send(mia, workspace, project, action, invitation);

        switch (route.of()) {
            case WORKSPACE -> testResponse.expect(200);
            case MANAGER -> testResponse.expectProblem(403, "only-the-manager");
            case PROJECT -> testResponse.expectProblem(404, "not-found");
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nobodyGetsInWithoutAToken(Route route) {
        var nobody = new TestUser(lea.http(), lea.id(), "", Map.of());

        route.send(nobody, workspace, project, action, invitation).expectProblem(401, "unauthenticated");
    }

    @Test
    void idsOfAnotherWorkspaceLeadNowhereThroughOnesOwn() {
        var own = neighbour.get("/api/workspaces").items("id").getFirst();
        var through = project.replace(workspace, "/api/workspaces/" + own);

        neighbour.get(through).expectProblem(404, "not-found");
        neighbour.get(action.replace(project, through)).expectProblem(404, "not-found");
        neighbour
                .delete("/api/workspaces/" + own + "/invitations/" + invitation)
                .expectProblem(404, "not-found");
    }

    @Test
    void anActionIsNotFoundThroughAnotherProject() {
        var other = town.project(workspace, lea);

        lea.get(action.replace(project, other)).expectProblem(404, "not-found");
        lea.get(action.replace(project, other) + "/history").expectProblem(404, "not-found");
    }

    @Test
    void membersSeeNoAddressesAndTheManagerDoes() {
        assertThat(mia.get(workspace + "/members").text()).doesNotContain(lea.email());
        assertThat(lea.get(workspace + "/members").text()).contains(mia.email());
    }

    private static String without(TestResponse testResponse) {
        return testResponse.status()
                + testResponse
                        .text()
                        .replaceAll("\"instance\":\"[^\"]*\"", "")
                        .replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
