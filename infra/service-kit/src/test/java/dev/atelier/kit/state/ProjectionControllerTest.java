package dev.atelier.kit.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.id.UserId;
import dev.atelier.testkit.tokens.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Tests of the operator API of projections. */
class ProjectionControllerTest extends UserProjectionTestSupport {
    private static final String ROUTE = "/api/operator/states-test/projections";
    private static final String LEASE = "rebuild-identity.users";

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final String operator = TestTokens.operator(new UserId(UUID.randomUUID()));

    @AfterEach
    void itIsDone() {
        goOn.countDown();
        mongo.getCollection("leases").deleteMany(new Document("_id", LEASE).append("owner", "another"));
        awaitRebuilding(false);
    }

    @Test
    void theListSaysAtOnceThatOneIsBeingRebuiltAndAnotherOneIsRefusedMeanwhile() {
        aRebuildingThatMeetsWhatWasMissed();

        rebuild("identity.users").expectStatus().isAccepted();
        assertThat(rebuilding()).isTrue();
        rebuild("identity.users")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:atelier:problem:rebuild-running");

        goOn.countDown();
        awaitRebuilding(false);
        awaitVersion(lea, 1);
        rebuild("identity.users").expectStatus().isAccepted();
    }

    @Test
    void anotherInstancesRebuildingIsRespected() {
        anotherHolds(Instant.now().plusSeconds(60));

        rebuild("identity.users").expectStatus().isEqualTo(409);
        assertThat(rebuilding()).isFalse();
    }

    @Test
    void whatACrashLeftBehindDoesNotCount() {
        anotherHolds(Instant.now().minusSeconds(60));
        mongo.getCollection("rebuilds").insertOne(new Document("_id", "identity.users"));

        assertThat(rebuilding()).isFalse();
        rebuild("identity.users").expectStatus().isAccepted();
        awaitRebuilding(false);
        assertThat(mongo.getCollection("rebuilds").countDocuments()).isZero();
    }

    @Test
    void aTopicThatIsNotProjectedIsNotFound() {
        rebuild("workspace.projects").expectStatus().isNotFound();
    }

    @Test
    void onlyOperatorsMayAsk() {
        var member = TestTokens.of(new UserId(UUID.randomUUID()));

        ask(HttpMethod.GET, "", member).expectStatus().isForbidden();
        ask(HttpMethod.POST, "/identity.users/rebuild", member).expectStatus().isForbidden();
        assertThat(rebuilding()).isFalse();
    }

    /** The rebuild waits in the handler of Lea's state, whose document was lost. */
    private void aRebuildingThatMeetsWhatWasMissed() {
        publish(user(lea, "en", 1));
        awaitVersion(lea, 1);
        UserStateChangeRecorder.FIRST.set(after -> waitFor(after.userId()));
        mongo.getCollection("state.users").deleteMany(new Document("_id", lea.toString()));
    }

    private void waitFor(UserId user) {
        try {
            assertThat(!user.equals(lea) || goOn.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void anotherHolds(Instant until) {
        mongo.getCollection("leases").deleteMany(new Document("_id", LEASE));
        mongo.getCollection("leases")
                .insertOne(new Document("_id", LEASE)
                        .append("owner", "another")
                        .append("token", 100L)
                        .append("until", until));
    }

    private void awaitRebuilding(boolean expected) {
        await().atMost(Duration.ofSeconds(30)).until(() -> rebuilding() == expected);
    }

    private boolean rebuilding() {
        var body = ask(HttpMethod.GET, "", operator)
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        return String.valueOf(body)
                .replaceAll("\\s", "")
                .matches(".*\"topic\":\"identity.users\"[^}]*\"rebuilding\":true.*");
    }

    private RestTestClient.ResponseSpec rebuild(String topic) {
        return ask(HttpMethod.POST, "/" + topic + "/rebuild", operator);
    }

    private RestTestClient.ResponseSpec ask(HttpMethod method, String path, String token) {
        return http.method(method)
                .uri(ROUTE + path)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }
}
