package dev.atelier.workspace;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.AgentRunEvent.RunQueued;
import dev.atelier.events.UserState;
import dev.atelier.events.UserStatus;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.testkit.RealBackingServices;
import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TestTokens;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** With Kafka: the service publishes its events there and applies the user states it consumes. */
@RealMongo
@RealKafka
@TrustTestTokens
@Import(TestDataFactory.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "atelier.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "atelier.public-url=https://atelier.test",
            "atelier.plans.named.small.runs-per-month=2"
        })
class KafkaIntegrationTest {
    @Autowired
    TestDataFactory town;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionRunner transactions;

    @Test
    void aRemovalReachesEveryServiceAsAStateAndAFact() {
        var lea = town.person("Lea");
        var noah = town.person("Noah");
        var workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        lea.delete(workspace + "/members/" + noah.id()).expect(204);
        var id = workspace.substring(workspace.lastIndexOf('/') + 1);

        var states = consume("workspace.memberships", id + ":" + noah.id(), 2);
        assertThat(states.getLast().value()).contains("\"ended\":true", "\"version\":2");

        var facts = consume("workspace.events", id, 4);
        assertThat(facts)
                .extracting(fact -> header(fact, "ce_type"))
                .containsExactly(
                        "workspace.workspace-created",
                        "workspace.member-invited",
                        "workspace.member-joined",
                        "workspace.member-removed");
        assertThat(facts).extracting(fact -> header(fact, "ce_sequence")).containsExactly("1", "2", "3", "4");
        assertThat(facts).allSatisfy(fact -> assertThat(fact.value()).doesNotContain("Noah", "example.org"));
    }

    @Test
    void whatIdentitySaysAboutAPersonIsShown() {
        var lea = town.person("Lea");
        var workspace = town.workspace(lea);
        publishUserState(lea.id(), "Léa-Marie", lea.email(), 2);

        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(lea.get(workspace + "/members").items("displayName"))
                        .containsExactly("Léa-Marie Martin"));
    }

    @Test
    void theStatusThatAnOperatorSetIsShownToMembers() {
        var lea = town.person("Lea");
        var workspace = town.workspace(lea);
        assertThat(lea.get(workspace + "/members").items("status")).containsExactly("NONE");
        var gold = new UserState(
                lea.id(), "Lea", "Martin", lea.email(), true, false, "fr", "UTC", UserStatus.GOLD, 7L, null, false, 2);
        transactions.run(() -> outbox.append(gold));

        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(lea.get(workspace + "/members").items("status"))
                        .containsExactly("GOLD"));
        assertThat(lea.get(workspace + "/members").items("avatarVersion")).containsExactly("7");
    }

    @Test
    void whatHappensInOtherServicesIsInTheHistory() {
        var lea = town.person("Lea");
        var workspace = town.workspace(lea);
        var id = new WorkspaceId(UUID.fromString(workspace.substring(workspace.lastIndexOf('/') + 1)));
        var run = new RunId(UuidV7.next());
        var queued = new RunQueued(
                id, run, new ProjectId(UuidV7.next()), new AgentId(UuidV7.next()), "Planner", 3, lea.id());
        transactions.run(() -> outbox.append(queued, 1));

        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(lea.get(workspace + "/audit-log?type=agent-run.run-queued")
                                .items("subject"))
                        .containsExactly("runs/" + run));
        assertThat(lea.get(workspace + "/audit-log")
                        .json()
                        .path("items")
                        .path(0)
                        .path("actor")
                        .path("userId")
                        .asString())
                .isEqualTo(lea.id().toString());
    }

    @Test
    void runsOfTheMonthAreCountedAndTheLastOneOfThePlanIsSaid() {
        var lea = town.person("Lea");
        var workspace = town.workspace(lea);
        var id = new WorkspaceId(UUID.fromString(workspace.substring(workspace.lastIndexOf('/') + 1)));
        lea.with("Authorization", TestTokens.bearer(TestTokens.operator(lea.id())))
                .with("If-Match", "\"1\"")
                .put(
                        workspace.replace("/api/", "/api/operator/") + "/plan",
                        Map.of("plan", "small", "paymentState", "CURRENT"))
                .expect(200);
        for (int started = 1; started <= 3; started++) {
            var queued = new RunQueued(
                    id,
                    new RunId(UuidV7.next()),
                    new ProjectId(UuidV7.next()),
                    new AgentId(UuidV7.next()),
                    "Planner",
                    3,
                    lea.id());
            transactions.run(() -> outbox.append(queued, 1));
        }

        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(lea.get(workspace + "/plan")
                                .json()
                                .at("/runsPerMonth/used")
                                .asInt())
                        .isEqualTo(3));
        var facts = consume("workspace.events", id.toString(), 3);
        assertThat(facts)
                .extracting(fact -> header(fact, "ce_type"))
                .containsExactly("workspace.workspace-created", "workspace.plan-changed", "workspace.limit-reached");
        assertThat(facts.getLast().value()).contains("\"RUNS_PER_MONTH\"");
    }

    private void publishUserState(UserId id, String name, String email, long version) {
        var state = new UserState(
                id, name, "Martin", email, true, false, "fr", "Europe/Paris", null, null, null, false, version);
        transactions.run(() -> outbox.append(state));
    }

    private static List<ConsumerRecord<String, String>> consume(String topic, String key, int count) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        RealBackingServices.kafka().bootstrapServers(),
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new ArrayList<ConsumerRecord<String, String>>();
            await().atMost(30, SECONDS).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                found.removeIf(one -> !one.key().equals(key));
                return found.size() >= count;
            });
            return found;
        }
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
