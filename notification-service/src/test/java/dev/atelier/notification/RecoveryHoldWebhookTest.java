package dev.atelier.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.UserState;
import dev.atelier.notification.TestEventPublisher.TestWorkspace;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Webhooks of an account under recovery wait for its owner. */
@ServiceTest
class RecoveryHoldWebhookTest {
    private static final AtomicLong VERSIONS = new AtomicLong();

    @Autowired
    private TestEventPublisher town;

    private TestWorkspace house;

    @BeforeEach
    void createWorkspace() {
        house = town.createWorkspace();
        publish(false, false);
    }

    private void publish(boolean deactivated, boolean recovering) {
        town.publish(new UserState(
                house.manager().id(),
                "Mona",
                "Manager",
                "mona@mill.example",
                true,
                deactivated,
                "en",
                "UTC",
                null,
                null,
                recovering,
                false,
                VERSIONS.incrementAndGet()));
    }

    private void awaitPause(String endpoint, String why) {
        await().atMost(TestEventPublisher.TIMEOUT)
                .untilAsserted(() -> assertThat(
                                house.manager().get(endpoint).expect(200).text())
                        .contains("\"pauseReason\":\"" + why + "\""));
    }

    private void awaitActive(String endpoint) {
        await().atMost(TestEventPublisher.TIMEOUT)
                .untilAsserted(() -> assertThat(
                                house.manager().get(endpoint).expect(200).text())
                        .contains("\"ACTIVE\""));
    }

    @Test
    void whatHappensMeanwhileWaitsAndComesAfterwards() {
        try (var consumer = new FakeWebhookConsumer()) {
            var endpoint = house.createEndpoint(consumer);
            publish(true, true);
            awaitPause(endpoint, "ACCOUNT_HELD");

            house.publishRun();

            await().atMost(TestEventPublisher.TIMEOUT)
                    .untilAsserted(() -> assertThat(house.manager()
                                    .get(endpoint + "/deliveries")
                                    .expect(200)
                                    .items("state"))
                            .contains("WAITING"));
            assertThat(consumer.arrivals()).isEmpty();
            publish(false, false);
            awaitActive(endpoint);
            await().atMost(TestEventPublisher.TIMEOUT)
                    .until(() -> consumer.arrivals().size() == 2);
        }
    }

    @Test
    void whatWasPausedForAnotherReasonStaysPaused() {
        var endpoint = created();
        house.manager().post(endpoint + "/pause", Map.of()).expect(200);
        publish(true, true);
        publish(false, false);
        var other = created();
        publish(true, true);
        awaitPause(other, "ACCOUNT_HELD");
        publish(false, false);
        awaitActive(other);

        awaitPause(endpoint, "PERSON");
    }

    @Test
    void whoNeverGetsTheAccountBackLeavesThemToTheManager() {
        var endpoint = created();
        publish(true, true);
        awaitPause(endpoint, "ACCOUNT_HELD");

        publish(true, false);

        awaitPause(endpoint, "ACCOUNT_HELD");
        house.manager().post(endpoint + "/resume", null).refused(409, "suspended");
        takeOver(house.manager(), endpoint).refused(403, "account-shut");
        house.handOver();
        takeOver(house.member(), endpoint).expect(200);
        assertThat(house.member().get(endpoint).expect(200).get("state")).isEqualTo("ACTIVE");
    }

    private static TestResponse takeOver(TestUser manager, String endpoint) {
        var etag = manager.get(endpoint).expect(200).etag();
        return manager.with("If-Match", etag).post(endpoint + "/take-over", Map.of());
    }

    private String created() {
        var made = house.manager()
                .post(
                        house.endpoints(),
                        Map.of("url", "http://127.0.0.1:9/hook", "description", "", "events", List.of("agent-run.*")))
                .expect(201);
        return house.endpoints() + "/" + made.id();
    }
}
