package dev.atelier.acceptance.badday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.acceptance.RunningSystem;
import dev.atelier.acceptance.badday.FailingWebhookConsumer.FailureMode;
import dev.atelier.acceptance.badday.FailingWebhookConsumer.RecordedDelivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** SMTP server and webhook consumers are down, slow or refuse. */
class ExternalSystemOutageTest {
    private static final Duration THINKING = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningSystem system = RunningSystem.get();

    @Test
    void mailsWaitForAnSmtpServerThatIsGoneOrHangs() throws Exception {
        FaultScenario.requireConsistent(THINKING, (stack, loadRun) -> {
            loadRun.load().awaitMoreWrites(20);
            try (var _ = stack.outage("mail")) {
                loadRun.load().awaitMoreWrites(30);
            }
            try (var _ = stack.freeze("mail")) {
                loadRun.load().awaitMoreWrites(60);
            }
        });
    }

    @Test
    void whatAConsumerRefusesIsSentAgainUnderItsId() throws Exception {
        try (var consumer = new FailingWebhookConsumer(new FailureMode(500, 1, null))) {
            var team = system.team();
            listens(team, consumer);
            act(team);

            assertThat(calls(consumer, 2))
                    .extracting(RecordedDelivery::id)
                    .hasSize(2)
                    .containsOnly(idOfFirst(consumer));
        }
    }

    @Test
    void aConsumerThatAsksForTimeGetsIt() throws Exception {
        var asked = Duration.ofSeconds(8);
        try (var consumer = new FailingWebhookConsumer(new FailureMode(429, 1, asked))) {
            var team = system.team();
            listens(team, consumer);
            act(team);

            var calls = calls(consumer, 2);
            assertThat(calls).extracting(RecordedDelivery::id).containsOnly(idOfFirst(consumer));
            assertThat(Duration.ofNanos(calls.get(1).nanos() - calls.get(0).nanos()))
                    .isGreaterThanOrEqualTo(asked.minusSeconds(1));
        }
    }

    @Test
    void aConsumerThatHangsHoldsUpNobodyElse() throws Exception {
        try (var hanging = new FailingWebhookConsumer(new FailureMode(0, 1, null));
                var healthy = new FailingWebhookConsumer(new FailureMode(500, 0, null))) {
            var team = system.team();
            listens(team, hanging);
            listens(team, healthy);
            var project = act(team);
            for (var name : List.of("Rye bread", "White bread")) {
                rename(team, project, name);
            }

            var all = calls(healthy, 3);
            var first = calls(hanging, 2);
            assertThat(first).extracting(RecordedDelivery::id).startsWith(idOfFirst(hanging), idOfFirst(hanging));
            assertThat(all.getLast().nanos())
                    .as("all that is said while the other one hangs")
                    .isLessThan(first.get(1).nanos());
        }
    }

    @Test
    void aConsumerThatIsGonePausesItsEndpointAndTheManagerIsTold() throws Exception {
        try (var consumer = new FailingWebhookConsumer(new FailureMode(410, 1, null))) {
            var team = system.team();
            var endpoint = listens(team, consumer);
            act(team);

            await().atMost(PATIENCE).untilAsserted(() -> {
                var seen = endpoint(team, endpoint);
                assertThat(seen.path("state").asString()).isEqualTo("PAUSED");
                assertThat(seen.path("pauseReason").asString()).isEqualTo("GONE");
            });
            await("the manager's mail")
                    .atMost(PATIENCE)
                    .until(() -> system.stack().mails().mailsTo(team.manager().email()).stream()
                            .anyMatch(mail -> mail.text().contains(consumer.url())
                                    || mail.subject()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .contains("webhook")));
        }
    }

    private static String listens(RunningSystem.TestTeam team, FailingWebhookConsumer consumer) {
        return team.manager()
                .person()
                .post(
                        team.path("/webhook-endpoints"),
                        Map.of(
                                "url", consumer.url(),
                                "description", "moody",
                                "events", List.of("workspace.project-created", "workspace.project-renamed")))
                .expect(201)
                .text("id");
    }

    private static String act(RunningSystem.TestTeam team) {
        return team.manager()
                .person()
                .post(team.path("/projects"), Map.of("name", "Bread"))
                .expect(201)
                .text("id");
    }

    private static void rename(RunningSystem.TestTeam team, String project, String name) {
        var path = team.path("/projects/" + project);
        var seen = team.manager().person().get(path).expect(200).etag();
        team.manager().person().patch(path, Map.of("name", name), seen).expect(200);
    }

    private static JsonNode endpoint(RunningSystem.TestTeam team, String id) {
        return team.manager()
                .person()
                .get(team.path("/webhook-endpoints/" + id))
                .expect(200)
                .json();
    }

    private static List<RecordedDelivery> calls(FailingWebhookConsumer consumer, int many) {
        return await().atMost(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .until(consumer::calls, calls -> calls.size() >= many);
    }

    private static String idOfFirst(FailingWebhookConsumer consumer) {
        return consumer.calls().getFirst().id();
    }
}
