package dev.atelier.acceptance;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.NewUser;
import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiTransport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An operator reads what happened to an account and verifies that the log was not changed. */
class SecurityLogTest {
    private static final String LOG = "/api/operator/security-log";
    private static final String DATABASE = "identity";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningSystem system = RunningSystem.get();
    private final BrowserSignIn pages =
            BrowserSignIn.forCommandLine(system.stack().issuerUri());
    private final ApiClient operator = system.operator();

    @Test
    void whatHappenedToAnAccountIsFoundAndAForgeryIsNamed() {
        var account =
                new NewUser("Sid", "Suspect", "sid." + UUID.randomUUID() + "@bakery.example", "A-long-enough-secret-1");
        var tokens = pages.register(account, system.stack().mails());
        var sid = new ApiClient("Sid", new ApiTransport(system.stack().gateway()), tokens::accessToken);
        var id = sid.get("/api/me").expect(200).text("id");
        assertThatThrownBy(() -> pages.signIn(account.email(), "not-the-password"))
                .isInstanceOf(SignInFailed.class);
        pages.signIn(account.email(), account.password());
        sid.get(LOG).expect(403);
        sid.get(LOG + "/verification").expect(403);
        sid.get("/api/operator/security-alerts").expect(403);

        operator.post("/api/operator/users/" + id + "/deactivate", Map.of()).expect(200);

        var failure = found("kind=SIGN_IN&outcome=FAILED&userId=" + id);
        assertThat(failure.path("detail").asString()).isEqualTo("WRONG_CREDENTIALS");
        assertThat(failure.path("network").asString()).isEqualTo("127.0.0.0/24");
        found("kind=SIGN_IN&outcome=DONE&userId=" + id);
        var deactivation = found("kind=ACCOUNT_DEACTIVATED&userId=" + id);
        assertThat(deactivation.path("actorId").asString())
                .isEqualTo(operator.get("/api/me").expect(200).text("id"));
        operator.get("/api/operator/security-alerts").expect(200);
        assertThat(verification().path("intact").asBoolean()).isTrue();

        behindTheBack(failure.path("sequence").asLong(), "DONE");
        try {
            var fault = verification().path("fault");
            assertThat(fault.path("sequence").asLong())
                    .isEqualTo(failure.path("sequence").asLong());
            assertThat(fault.path("kind").asString()).isEqualTo("CHANGED");
        } finally {
            behindTheBack(failure.path("sequence").asLong(), "FAILED");
        }
        assertThat(verification().path("intact").asBoolean()).isTrue();
    }

    /** Returns the newest matching entry. */
    private JsonNode found(String query) {
        return await().atMost(PATIENCE)
                .until(() -> items(query), items -> !items.isEmpty())
                .getFirst();
    }

    private List<JsonNode> items(String query) {
        var items = operator.get(LOG + "?" + query).expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    /** Verifies the whole chain, page by page. */
    private JsonNode verification() {
        var step = operator.get(LOG + "/verification").expect(200).json();
        while (!step.path("nextAfter").isNull()) {
            step = operator.get(LOG + "/verification?after="
                            + step.path("nextAfter").asLong())
                    .expect(200)
                    .json();
        }
        return step;
    }

    private void behindTheBack(long sequence, String outcome) {
        try (var client = MongoClients.create(system.stack().mongo().uri(DATABASE))) {
            var changed = client.getDatabase(DATABASE)
                    .getCollection("securityLog")
                    .updateOne(eq("_id", sequence), set("outcome", outcome));
            assertThat(changed.getModifiedCount()).isOne();
        }
    }
}
