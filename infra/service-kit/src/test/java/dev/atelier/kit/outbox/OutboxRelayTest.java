package dev.atelier.kit.outbox;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.WorkspaceEvent.ProjectRenamed;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.kafka.CloudEventHeaders;
import dev.atelier.kit.kafka.KafkaClientFactory;
import dev.atelier.kit.kafka.TopicReader;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

@RealMongo
@RealKafka
@TrustTestTokens
@SpringBootTest(
        classes = OutboxRelayTest.OutboxRelayApplication.class,
        properties = "spring.application.name=workspace-service")
class OutboxRelayTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class OutboxRelayApplication {}

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionRunner transactions;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private KafkaClientFactory clients;

    private final WorkspaceId workspace = WorkspaceId.next();
    private final UserId lea = new UserId(UUID.randomUUID());

    @Test
    void appendDemandsATransaction() {
        assertThatThrownBy(() -> outbox.append(renamed(ProjectId.next(), 1), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    @Test
    void everyEventIsPublishedOnceAndInOrderOfItsSubject() {
        var projects = List.of(ProjectId.next(), ProjectId.next(), ProjectId.next());

        IntStream.rangeClosed(1, 100)
                .forEach(number -> projects.forEach(
                        project -> transactions.run(() -> outbox.append(renamed(project, number), number))));

        awaitEmptyOutbox();
        var sequences = published("workspace.events").stream().collect(groupingBy(ConsumedRecord::subject));
        projects.forEach(project -> assertThat(sequences.get("projects/" + project))
                .extracting(ConsumedRecord::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 100).mapToObj(Long::valueOf).toList()));
    }

    @Test
    void aRolledBackTransactionPublishesNothing() {
        var project = ProjectId.next();
        assertThatThrownBy(() -> transactions.run(() -> {
                    outbox.append(renamed(project, 1), 1);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        transactions.run(() -> outbox.append(renamed(ProjectId.next(), 1), 1));

        awaitEmptyOutbox();
        assertThat(published("workspace.events"))
                .extracting(ConsumedRecord::subject)
                .doesNotContain("projects/" + project);
    }

    @Test
    void statesCarryTheirVersion() {
        var state = new MembershipState(workspace, lea, WorkspaceRole.MANAGER, Instant.EPOCH, false, 7);

        transactions.run(() -> outbox.append(state));

        awaitEmptyOutbox();
        assertThat(published("workspace.memberships")).contains(new ConsumedRecord(state.subject(), state.key(), 7));
    }

    private void awaitEmptyOutbox() {
        await().atMost(Duration.ofSeconds(30)).until(() -> mongo.count(new Query(), Outbox.COLLECTION) == 0);
    }

    private ProjectRenamed renamed(ProjectId project, long number) {
        return new ProjectRenamed(workspace, project, "Name " + number, lea);
    }

    private List<ConsumedRecord> published(String topic) {
        return TopicReader.all(clients, topic).stream()
                .map(one -> new ConsumedRecord(
                        CloudEventHeaders.envelope(one).subject(),
                        one.key(),
                        CloudEventHeaders.envelope(one).sequence()))
                .toList();
    }

    record ConsumedRecord(String subject, String key, long sequence) {}
}
