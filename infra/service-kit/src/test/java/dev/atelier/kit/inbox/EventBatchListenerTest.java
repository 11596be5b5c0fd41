package dev.atelier.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.DomainEvent;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.WorkspaceEvent.ProjectRenamed;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.data.mongodb.core.MongoTemplate;

@RealMongo
@RealKafka
@TrustTestTokens
@SpringBootTest(
        classes = EventBatchListenerTest.EventBatchApplication.class,
        properties = "spring.application.name=delivery-test")
class EventBatchListenerTest {
    /**
     * Longer than Kafka withholds records behind an open transaction that the relay of another test left: one minute.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class EventBatchApplication {
        @Bean
        StoringEventHandler listener(MongoTemplate mongo) {
            return new StoringEventHandler(mongo);
        }
    }

    /** Stores the events that it handles. */
    static class StoringEventHandler implements DomainEventHandler {
        static final Set<String> POISON = ConcurrentHashMap.newKeySet();
        static final Set<String> TROUBLE_ONCE = ConcurrentHashMap.newKeySet();

        private final MongoTemplate mongo;

        StoringEventHandler(MongoTemplate mongo) {
            this.mongo = mongo;
        }

        void on(ProjectRenamed event, MessageEnvelope envelope) {
            mongo.getCollection("heard")
                    .insertOne(new Document("subject", envelope.subject())
                            .append("name", event.name())
                            .append("sequence", envelope.sequence()));
            if (TROUBLE_ONCE.remove(event.name())) {
                throw new TransientDataAccessResourceException("away");
            }
            if (POISON.contains(event.name())) {
                throw new IllegalArgumentException("cannot work");
            }
        }

        void on(DomainEvent event) {
            if (event instanceof ProjectRenamed) {
                mongo.getCollection("all").insertOne(new Document("subject", event.subject()));
            }
        }
    }

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionRunner transactions;

    @Autowired
    private MongoTemplate mongo;

    private final WorkspaceId workspace = WorkspaceId.next();
    private final ProjectId project = ProjectId.next();
    private final ProjectId neighbour = ProjectId.next();
    private final UserId lea = new UserId(UUID.randomUUID());

    @Test
    void everyListenerHearsAnEventOnce() {
        publish(renamed(project, "one"), 1);

        awaitHeard(project, "one");
        assertThat(mongo.getCollection("all").countDocuments(of(project))).isOne();
    }

    @Test
    void whatMayPassIsTriedAgainInOrder() {
        StoringEventHandler.TROUBLE_ONCE.add("trouble");
        publish(renamed(project, "trouble"), 1);
        publish(renamed(project, "after"), 2);

        awaitHeard(project, "trouble", "after");
    }

    @Test
    void whatCanNeverWorkIsKeptAndOnlyItsSubjectWaits() {
        StoringEventHandler.POISON.add("poison");
        publish(renamed(project, "fine"), 1);
        publish(renamed(project, "poison"), 2);
        publish(renamed(project, "behind"), 3);
        publish(renamed(neighbour, "neighbour"), 1);

        awaitHeard(neighbour, "neighbour");
        await().atMost(PATIENCE).until(() -> letters().size() == 2);
        awaitHeard(project, "fine");
        assertThat(letters())
                .extracting(one -> one.getString("reason"))
                .containsExactly("IllegalArgumentException", "parked-behind-earlier");
        assertThat(letters())
                .allSatisfy(one -> assertThat(one.getString("payload")).contains(project.toString()));
    }

    private void publish(DomainEvent event, long sequence) {
        transactions.run(() -> outbox.append(event, sequence));
    }

    private ProjectRenamed renamed(ProjectId id, String name) {
        return new ProjectRenamed(workspace, id, name, lea);
    }

    private void awaitHeard(ProjectId id, String... names) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mongo.getCollection("heard")
                                .find(of(id))
                                .map(one -> one.getString("name"))
                                .into(new ArrayList<>()))
                        .containsExactly(names));
    }

    private List<Document> letters() {
        return mongo.getCollection("deadLetters")
                .find(of(project))
                .sort(new Document("offset", 1))
                .into(new ArrayList<>());
    }

    private static Document of(ProjectId id) {
        return new Document("subject", "projects/" + id);
    }
}
