package dev.atelier.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.ServiceAccountEvent.ApiKeyCreated;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountCreated;
import dev.atelier.events.id.ApiKeyId;
import dev.atelier.events.id.UserId;
import dev.atelier.notification.TestEventPublisher.TestWorkspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An endpoint acts for its responsible member: without one nothing is sent. */
@ServiceTest
class WebhookEndpointResponsibilityTest {
    @Autowired
    private TestEventPublisher town;

    private TestWorkspace house;

    @BeforeEach
    void createWorkspace() {
        house = town.createWorkspace();
    }

    private TestResponse awaitState(String endpoint, String state) {
        return await().atMost(TestEventPublisher.TIMEOUT)
                .until(
                        () -> house.member().get(endpoint).expect(200),
                        seen -> seen.get("state").equals(state));
    }

    @Test
    void nothingGoesOutOnceTheResponsibleMemberIsOutUntilSomebodyTakesItOver() {
        try (var consumer = new FakeWebhookConsumer()) {
            var endpoint = house.createEndpoint(consumer);
            house.handOver();
            assertThat(house.member().get(endpoint).expect(200).get("state")).isEqualTo("ACTIVE");
            house.removeFirstManager();
            var seen = awaitState(endpoint, "PAUSED");
            assertThat(seen.get("pauseReason")).isEqualTo("RESPONSIBLE_ENDED");
            assertThat(seen.get("suspendedReason")).isEqualTo("MEMBERSHIP_ENDED");
            assertThat(seen.get("responsible")).isEqualTo(house.manager().id().toString());

            house.publishRun();

            await().atMost(TestEventPublisher.TIMEOUT)
                    .until(() -> house.member()
                            .get(endpoint + "/deliveries")
                            .expect(200)
                            .items("state")
                            .contains("WAITING"));
            assertThat(consumer.arrivals()).isEmpty();
            house.member().post(endpoint + "/resume", null).refused(409, "suspended");
            var takeOver = endpoint + "/take-over";
            house.member().post(takeOver, null).expect(428);
            house.member().with("If-Match", "\"99\"").post(takeOver, null).expect(412);
            house.manager().with("If-Match", seen.etag()).post(takeOver, null).expect(404);

            var taken = house.member()
                    .with("If-Match", seen.etag())
                    .post(takeOver, null)
                    .expect(200);

            assertThat(taken.get("responsible")).isEqualTo(house.member().id().toString());
            assertThat(taken.get("state")).isEqualTo("ACTIVE");
            assertThat(taken.json().path("suspendedAt").isNull()).isTrue();
            await().atMost(TestEventPublisher.TIMEOUT)
                    .until(() -> consumer.arrivals().size() == 2);
        }
    }

    @Test
    void whatItsManagerPausedStaysPausedWhenItIsTakenOver() {
        try (var consumer = new FakeWebhookConsumer()) {
            var endpoint = house.createEndpoint(consumer);
            house.manager().post(endpoint + "/pause", Map.of()).expect(200);
            house.handOver();
            house.removeFirstManager();
            var seen = await().atMost(TestEventPublisher.TIMEOUT)
                    .until(
                            () -> house.member().get(endpoint).expect(200),
                            one -> one.get("suspendedReason").equals("MEMBERSHIP_ENDED"));

            var taken = house.member()
                    .with("If-Match", seen.etag())
                    .post(endpoint + "/take-over", null)
                    .expect(200);

            assertThat(taken.get("state")).isEqualTo("PAUSED");
            assertThat(taken.get("pauseReason")).isEqualTo("PERSON");
        }
    }

    @Test
    void whoIsOutMakesNoEndpoint() {
        house.handOver();

        house.manager()
                .post(house.endpoints(), Map.of("url", "http://127.0.0.1:9/hook", "events", List.of("workspace.*")))
                .refused(403, "only-the-manager");
    }

    @Test
    void anEndpointThatWantsThemHearsOfServiceAccountsAndTheirKeys() {
        try (var consumer = new FakeWebhookConsumer()) {
            var created = house.manager()
                    .post(
                            house.endpoints(),
                            Map.of(
                                    "url",
                                    consumer.url(),
                                    "events",
                                    List.of("identity.service-account-*", "identity.api-key-*")))
                    .expect(201);
            consumer.verifyWith(created.get("secret"));
            var account = new UserId(UUID.randomUUID());

            town.publishFirst(
                    new ServiceAccountCreated(
                            house.id(),
                            account,
                            Set.of("actions:read"),
                            house.manager().id()),
                    1);
            town.publishFirst(
                    new ApiKeyCreated(
                            house.id(),
                            account,
                            ApiKeyId.next(),
                            Instant.EPOCH,
                            house.manager().id()),
                    2);

            await().atMost(TestEventPublisher.TIMEOUT)
                    .until(() -> consumer.arrivals().size() == 2);
            assertThat(consumer.arrivals())
                    .extracting(recordedDelivery -> recordedDelivery.type())
                    .containsExactly("identity.service-account-created", "identity.api-key-created");
        }
    }
}
