package dev.atelier.acceptance.badday;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.acceptance.RunningSystem;
import dev.atelier.client.ApiClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record that no service can handle, on each topic. */
class PoisonRecordTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECRET = "the-secret-of-the-bakery";

    private final RunningSystem system = RunningSystem.get();
    private final ApiClient operator = system.operator();

    @ParameterizedTest
    @CsvSource({
        "workspace.events, notification-service",
        "agent-run.events, notification-service report-service",
        "report.events, notification-service",
        "notification.events, notification-service",
        "identity.users, workspace-service agent-run-service report-service notification-service",
        "workspace.workspaces, agent-run-service report-service notification-service",
        "workspace.projects, agent-run-service report-service notification-service",
        "workspace.memberships, agent-run-service report-service notification-service"
    })
    void eachServiceThatHearsATopicSetsItsPoisonAsideAndGoesOn(String topic, String services) {
        var key = UUID.randomUUID().toString();
        publish(topic, key, SECRET, Map.of());

        for (var service : services.split(" ")) {
            var letters = letters(service);
            await().atMost(PATIENCE).until(() -> letters.withKey(key).isPresent());
            var id = letters.withKey(key).orElseThrow().path("id").asString();
            var letter = letters.read(id).expect(200);
            assertThat(letter.text("topic")).isEqualTo(topic);
            assertThat(letter.text("reason")).isNotBlank();
            assertThat(letter.body()).doesNotContain(SECRET);

            assertThat(letters.replay(id).expect(200).text("outcome")).isEqualTo("FAILED");
            letters.drop(id, Map.of()).expect(400);
            letters.drop(id, Map.of("reason", "thrown in by a test")).expect(204);
            letters.read(id).expect(404);
        }
    }

    /**
     * The mail of an invitation, the membership in another service and a report still arrive over the poisoned topics.
     */
    @Test
    void everythingElseFlows() {
        for (var topic : List.of(
                "workspace.events",
                "agent-run.events",
                "report.events",
                "notification.events",
                "identity.events",
                "identity.users",
                "identity.revocations",
                "workspace.workspaces",
                "workspace.projects",
                "workspace.memberships")) {
            for (int times = 0; times < 6; times++) {
                publish(topic, UUID.randomUUID().toString(), SECRET, Map.of());
            }
        }

        var team = system.team();
        var member = team.member().person();
        await().atMost(PATIENCE).until(() -> member.get(team.path("/runs")).status() == 200);
        var project = team.manager().person().post(team.path("/projects"), Map.of("name", "Bread"));
        var asked = Map.of("kind", "PROJECT", "projectId", project.text("id"), "sendByMail", false);
        var report = new String[1];
        await().atMost(PATIENCE).until(() -> {
            var apiClientResponse = team.manager().person().postOnce(team.path("/reports"), asked);
            report[0] = apiClientResponse.status() == 202 ? apiClientResponse.text("id") : "";
            return apiClientResponse.status() == 202;
        });
        await().atMost(PATIENCE)
                .until(() -> team.manager()
                        .person()
                        .get(team.path("/reports/" + report[0]))
                        .text("state")
                        .equals("READY"));
        var shut = system.register("Rita", "Revoked");
        operator.request("POST", "/api/operator/users/" + shut.userId() + "/deactivate", null, Map.of())
                .expect(200, 202, 204);
        await().atMost(PATIENCE)
                .until(() -> shut.person().get("/api/workspaces").status() == 401);
    }

    @Test
    void laterFactsOfItsSubjectWaitUntilItIsDropped() {
        var team = system.team();
        var manager = team.manager().person();
        var project =
                manager.post(team.path("/projects"), Map.of("name", "Cake")).text("id");
        var actions = team.path("/projects/" + project + "/actions");
        var action = manager.post(actions, Map.of("title", "Knead")).expect(201).text("id");
        var letters = letters("notification-service");
        var subject = "actions/" + action;
        // The history contains published events: the poison record follows this one.
        await().atMost(PATIENCE)
                .until(() -> manager.get(team.path("/audit-log?type=workspace.action-created"))
                        .expect(200)
                        .body()
                        .contains(action));

        publish("workspace.events", team.workspace(), SECRET, Map.of("ce_subject", subject));
        await().atMost(PATIENCE).until(() -> letters.reasonsOf(subject).size() == 1);
        for (var title : List.of("Rest", "Bake")) {
            var seen = manager.get(actions + "/" + action).expect(200).etag();
            manager.patch(actions + "/" + action, Map.of("title", title), seen).expect(200);
        }
        await().atMost(PATIENCE)
                .until(() -> letters.reasonsOf(subject)
                        .equals(List.of("unreadable", "parked-behind-earlier", "parked-behind-earlier")));

        var head = letters.id(subject, "unreadable");
        var parked = letters.id(subject, "parked-behind-earlier");
        assertThat(letters.read(parked).expect(200).text("blockedBy")).isEqualTo(head);
        assertThat(letters.replay(parked).expect(409).text("blockedBy")).isEqualTo(head);
        letters.drop(parked, Map.of("reason", "out of turn")).expect(409);

        letters.drop(head, Map.of("reason", "thrown in by a test")).expect(204);
        await().atMost(PATIENCE).until(() -> letters.reasonsOf(subject).isEmpty());
    }

    private DeadLetterClient letters(String service) {
        return new DeadLetterClient(operator, service);
    }

    private void publish(String topic, String key, String value, Map<String, String> headers) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", system.stack().kafka().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
            var ignored = producer.send(record);
        }
    }
}
