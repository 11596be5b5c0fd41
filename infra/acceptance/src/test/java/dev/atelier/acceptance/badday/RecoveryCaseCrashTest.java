package dev.atelier.acceptance.badday;

import static org.awaitility.Awaitility.await;

import dev.atelier.acceptance.RunningSystem;
import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.NewUser;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** identity-service is killed during a recovery: the case continues where it stopped. */
class RecoveryCaseCrashTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CASES = "/api/operator/recovery-cases";
    private static final String RENEWED = "Quite-another-secret-2";

    private final RunningSystem system = RunningSystem.get();
    private final ApiClient first = system.operator();
    private final ApiClient second = system.anotherOperator();

    @Test
    void aServiceThatDiesBetweenTheStepsGoesOnWithTheCase() {
        var hacked = system.register("Hanna", "Hacked");
        var letters =
                BrowserSignIn.countLinkMails(hacked.email(), system.stack().mails());
        var opened = open(hacked.userId());
        var evident = step(first, opened, "evidence").expect(200);
        step(second, evident, "confirm").expect(200);

        try (var _ = system.stack().outage("identity-service")) {
            await().atMost(PATIENCE)
                    .until(() -> first.get(CASES + "/" + opened.text("id")).status() >= 500);
        }

        awaitState(opened, "AWAITING_CREDENTIALS");
        renew(hacked.email(), letters);
        awaitState(opened, "COMPLETED");
        system.signIn("Hanna", hacked.email(), RENEWED).get("/api/me").expect(200);
    }

    private ApiClientResponse open(String person) {
        return RunningSystem.retryWhileUnavailable(
                        () -> first.post(CASES, Map.of("userId", person, "report", "Somebody writes in her name.")))
                .expect(201);
    }

    private static ApiClientResponse step(ApiClient operator, ApiClientResponse before, String step) {
        return operator.request(
                "POST",
                CASES + "/" + before.text("id") + "/" + step,
                Map.of("note", "Called back."),
                Map.of("If-Match", before.etag()));
    }

    private void awaitState(ApiClientResponse recovery, String state) {
        await().atMost(PATIENCE)
                .until(() -> first.get(CASES + "/" + recovery.text("id"))
                        .text("state")
                        .equals(state));
    }

    private void renew(String email, int letters) {
        BrowserSignIn.resetPassword(
                new NewUser("Hanna", "Hacked", email, RENEWED), system.stack().mails(), letters);
    }
}
