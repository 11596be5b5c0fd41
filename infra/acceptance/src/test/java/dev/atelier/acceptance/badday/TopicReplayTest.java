package dev.atelier.acceptance.badday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.acceptance.RunningSystem;
import dev.atelier.client.ApiClient;
import dev.atelier.consistency.ConsistencyResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Services consume topics again from the beginning. */
class TopicReplayTest {
    private static final Duration THINKING = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> CONSUMERS =
            List.of("workspace-service", "agent-run-service", "report-service", "notification-service");
    private static final List<String> HEAR_FACTS = List.of("report-service", "notification-service");

    private final RunningSystem system = RunningSystem.get();

    @Test
    void projectionsAreRebuiltWhileTheirServicesServe() throws Exception {
        var operator = system.operator();
        var loadRunResult = FaultScenario.requireConsistent(THINKING, (_, loadRun) -> {
            loadRun.load().awaitMoreWrites(20);
            for (var service : CONSUMERS) {
                rebuildAll(operator, "/api/operator/" + service + "/projections");
                loadRun.load().awaitMoreWrites(5);
            }
        });
        assertThat(loadRunResult.ledger().refusals()).isEmpty();
    }

    @Test
    void aConsumerGroupThatIsResetRepeatsNoEffect() throws Exception {
        var loadRunResult = FaultScenario.requireConsistent(THINKING, (stack, loadRun) -> {
            loadRun.load().awaitMoreWrites(20);
            for (var service : HEAR_FACTS) {
                try (var _ = stack.pause(service)) {
                    reset(service);
                }
                loadRun.load().awaitMoreWrites(5);
            }
        });
        assertThat(loadRunResult.rows())
                .filteredOn(consistencyResult ->
                        List.of("webhooks", "reports by mail").contains(consistencyResult.what()))
                .extracting(ConsistencyResult::repeats)
                .containsOnly(0L);
    }

    private static void rebuildAll(ApiClient operator, String path) {
        var before = keys(operator, path);
        before.keySet()
                .forEach(topic ->
                        operator.post(path + "/" + topic + "/rebuild", Map.of()).expect(202));
        await("all are rebuilt")
                .atMost(PATIENCE)
                .until(() -> operator.get(path)
                        .expect(200)
                        .json()
                        .valueStream()
                        .noneMatch(one -> one.path("rebuilding").asBoolean()));
        keys(operator, path)
                .forEach((topic, now) ->
                        assertThat(now).as(topic).isGreaterThanOrEqualTo(before.getOrDefault(topic, 0L)));
    }

    private static Map<String, Long> keys(ApiClient operator, String path) {
        return operator.get(path)
                .expect(200)
                .json()
                .valueStream()
                .collect(Collectors.toMap(
                        (JsonNode one) -> one.path("topic").asString(),
                        one -> one.path("keys").asLong()));
    }

    /** Resets the offsets of a consumer group to the beginning, while the group has no member. */
    private void reset(String group) throws Exception {
        var settings = Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                system.stack().kafka().bootstrapServers());
        try (var admin = Admin.create(settings)) {
            var offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            assertThat(offsets).isNotEmpty();
            admin.alterConsumerGroupOffsets(
                            group,
                            offsets.keySet().stream()
                                    .collect(Collectors.toMap(one -> one, _ -> new OffsetAndMetadata(0))))
                    .all()
                    .get();
        }
    }
}
