package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An operator deactivates an account: tokens that have not expired are refused. */
class DeactivatedUserAccessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aDeactivatedPersonIsRefusedAtTheDoorWithAValidToken() {
        var system = RunningSystem.get();
        var person = system.register("Dora", "Deactivated");
        person.person().get("/api/workspaces").expect(200);

        system.operator()
                .request("POST", "/api/operator/users/" + person.userId() + "/deactivate", null, Map.of())
                .expect(200, 202, 204);

        await().atMost(PATIENCE)
                .until(() -> person.person().get("/api/workspaces").status() == 401);
        assertThat(person.person().get("/api/workspaces").text("type")).isEqualTo("urn:atelier:problem:token-revoked");
    }

    @Test
    void whoIsNoOperatorIsRefused() {
        var system = RunningSystem.get();
        var person = system.register("Paul", "Plain");
        person.person()
                .request("POST", "/api/operator/users/" + person.userId() + "/deactivate", null, Map.of())
                .expect(403);
    }
}
