package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.client.ApiClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A material version of the terms blocks all users until they accept. It runs last, because it would block later
 * tests.
 */
@Order(Integer.MAX_VALUE)
class MaterialLegalVersionTest {
    private static final String DESK = "/api/operator/legal-documents/TERMS";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RunningSystem system = RunningSystem.get();

    @Test
    void aMaterialVersionHoldsPeopleBackInEveryServiceUntilTheyAcceptOrLeave() {
        var team = system.team();
        var manager = team.manager().person();
        var member = team.member().person();
        var operator = system.operator();

        int number = publish(operator);

        for (var path : new String[] {"/projects", "/agents", "/webhook-endpoints"}) {
            await().atMost(PATIENCE).until(() -> manager.get(team.path(path)).status() == 403);
            var refused = manager.get(team.path(path)).expect(403);
            assertThat(refused.text("type")).isEqualTo("urn:atelier:problem:acceptance-required");
            assertThat(refused.json().at("/documents/0/document").asString()).isEqualTo("TERMS");
        }
        manager.get("/api/public/legal-documents/TERMS/page").expect(200);
        operator.get(DESK).expect(200);
        manager.post("/api/me/legal-documents/TERMS/accept", Map.of("number", number))
                .expect(200);
        manager.get(team.path("/projects")).expect(200);

        member.post(team.path("/leave"), Map.of()).expect(204);
        member.get("/api/workspaces").expect(200);
        member.get(team.path("/projects")).expect(403);
    }

    private static int publish(ApiClient operator) {
        return operator.request(
                        "POST",
                        DESK + "/versions",
                        Map.of(
                                "text", Map.of("en", "# Terms", "fr", "# Conditions"),
                                "changes", Map.of("en", "All.", "fr", "Tout."),
                                "material", true),
                        Map.of("If-Match", operator.get(DESK).expect(200).etag()))
                .expect(201)
                .json()
                .path("number")
                .asInt();
    }
}
