package dev.atelier.acceptance.badday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atelier.acceptance.RunningSystem;
import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.NewUser;
import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.client.ApiClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keycloak is killed and down for a while. */
class KeycloakOutageTest {
    private static final Duration THINKING = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningSystem system = RunningSystem.get();

    @Test
    void whoIsSignedInWorksOn() throws Exception {
        FaultScenario.requireConsistent(THINKING, (stack, loadRun) -> {
            loadRun.load().awaitMoreWrites(10);
            try (var _ = stack.outage("keycloak")) {
                loadRun.load().awaitMoreWrites(60);
            }
            loadRun.load().awaitMoreWrites(10);
        });
    }

    @Test
    void whatNeedsKeycloakSaysSoAndWhatHappenedMeanwhileIsCaughtUp() {
        var operator = system.operator();
        var account = new NewUser("Dan", "Doomed", "dan.doomed@bakery.example", "A-long-enough-secret-1");
        var pages = BrowserSignIn.forCommandLine(system.stack().issuerUri());
        pages.register(account, system.stack().mails());
        var doomed = userId(operator, account.email());
        var ada = system.register("Ada", "Before");
        var me = ada.person().get("/api/me").expect(200);
        try (var _ = system.stack().outage("keycloak")) {
            var refused = ada.person()
                    .patch("/api/me", Map.of("lastName", "After"), me.etag())
                    .expect(503);
            assertThat(refused.text("type")).isEqualTo("urn:atelier:problem:directory-unavailable");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();

            operator.post("/api/operator/users/" + doomed + "/deactivate", Map.of())
                    .expect(200, 202, 204);
        }
        await("Keycloak is told of the deactivation")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThatThrownBy(() -> pages.signIn(account.email(), account.password()))
                        .isInstanceOf(SignInFailed.class));
        ada.person()
                .patch(
                        "/api/me",
                        Map.of("lastName", "After"),
                        ada.person().get("/api/me").expect(200).etag())
                .expect(200);
    }

    private static String userId(ApiClient operator, String email) {
        return await().atMost(PATIENCE)
                .until(
                        () -> operator.get("/api/operator/users?email=" + email)
                                .expect(200)
                                .json()
                                .path("items"),
                        found -> !found.isEmpty())
                .path(0)
                .path("id")
                .asString();
    }
}
