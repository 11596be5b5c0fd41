package dev.atelier.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.mail.CaughtMail;
import dev.atelier.events.AgentRunEvent.ModelConnectionSuspended;
import dev.atelier.events.DomainEvent;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountSuspended;
import dev.atelier.events.SuspensionReason;
import dev.atelier.events.UserState;
import dev.atelier.events.WorkspaceEvent.IntegrationSuspended;
import dev.atelier.events.id.IntegrationId;
import dev.atelier.events.id.ModelConnectionId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.notification.TestEventPublisher.TestWorkspace;
import dev.atelier.testkit.RealBackingServices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The manager gets one mail about everything that was suspended. */
@ServiceTest
class SuspensionMailTest {
    private static final String NOTHING = "{\"items\":[],\"more\":false}";

    @Autowired
    private TestEventPublisher town;

    @Autowired
    private StateProjection<UserState> users;

    @Autowired
    private MongoTemplate mongo;

    private final FakeServices others = FakeServices.shared();
    private TestWorkspace house;

    @BeforeEach
    void createHandedOverWorkspace() {
        house = town.createWorkspace();
        known(house.manager().id(), "Lea", "en");
        house.handOver();
    }

    private void known(UserId person, String name, String locale) {
        town.publish(new UserState(
                person, name, "Keller", email(person), true, false, locale, "UTC", null, null, null, false, 1));
        await().atMost(TestEventPublisher.TIMEOUT)
                .until(() -> users.find(person.toString()).isPresent());
    }

    private static String email(UserId person) {
        return person + "@mill.example";
    }

    private void others(String items) {
        others.at(
                "/internal/workspaces/" + house.id() + "/responsibilities",
                FakeServices.json("{\"items\":[" + items + "],\"more\":false}"));
    }

    private static String suspended(String kind, Object id, String name) {
        return "{\"kind\":\"%s\",\"id\":\"%s\",\"name\":\"%s\",\"suspendedAt\":\"2026-03-04T05:06:07Z\",\"suspendedReason\":\"MEMBERSHIP_ENDED\"}"
                .formatted(kind, id, name);
    }

    private List<Document> queued() {
        return mongo.getCollection("mails")
                .find(new Document("workspaceId", house.id().value()).append("kind", "RESPONSIBILITY_ENDED"))
                .into(new java.util.ArrayList<>());
    }

    private Document ended() {
        await().atMost(TestEventPublisher.TIMEOUT)
                .until(() -> !queued().isEmpty()
                        && queued().stream()
                                .noneMatch(mail -> mail.getString("state").equals("QUEUED")));
        return queued().getFirst();
    }

    private static CaughtMail mailTo(String email) {
        return await().atMost(TestEventPublisher.TIMEOUT)
                .until(
                        () -> Arrays.stream(RealBackingServices.mail().getReceivedMessages())
                                .map(CaughtMail::read)
                                .filter(mail -> mail.to().toString().contains(email))
                                .toList(),
                        mails -> mails.size() == 1)
                .getFirst();
    }

    @Test
    void fiftyThingsAreOneMailThatNamesThemWithTheirAddresses() {
        known(house.member().id(), "Noah", "en");
        var account = new UserId(UUID.randomUUID());
        others(suspended("service-account", account, "Importer"));
        try (var consumer = new FakeWebhookConsumer()) {
            var lea = house.manager().id();
            var endpoint = endpointOf(consumer);
            var facts = new ArrayList<DomainEvent>();
            IntStream.range(0, 50)
                    .mapToObj(_ -> new ServiceAccountSuspended(
                            house.id(), new UserId(UUID.randomUUID()), lea, SuspensionReason.MEMBERSHIP_ENDED))
                    .forEach(facts::add);
            facts.add(
                    new IntegrationSuspended(house.id(), IntegrationId.next(), lea, SuspensionReason.MEMBERSHIP_ENDED));
            facts.add(new ModelConnectionSuspended(
                    house.id(), ModelConnectionId.next(), lea, SuspensionReason.MEMBERSHIP_ENDED));
            town.publishAll(facts);

            assertThat(ended().getString("state")).isEqualTo("SENT");
            assertThat(queued()).hasSize(1);
            var mail = mailTo(email(house.member().id()));
            assertThat(mail.subject()).isEqualTo("Something in Studio stands still until you decide");
            assertThat(mail.text())
                    .contains(
                            "Lea Keller",
                            "service account “Importer”: ",
                            "/api/workspaces/" + house.id() + "/service-accounts/" + account,
                            "webhook endpoint “127. 0. 0. 1”: ",
                            endpoint,
                            "/take-over",
                            "DELETE");
        }
    }

    @Test
    void whoReadsFrenchIsToldInFrench() {
        known(house.member().id(), "Noah", "fr");
        others(suspended("model-connection", ModelConnectionId.next(), "Le nôtre"));

        town.publishFirst(
                new ModelConnectionSuspended(
                        house.id(),
                        ModelConnectionId.next(),
                        house.manager().id(),
                        SuspensionReason.ACCOUNT_DEACTIVATED),
                1);

        assertThat(ended().getString("state")).isEqualTo("SENT");
        assertThat(mailTo(email(house.member().id())).text())
                .contains("connexion à un modèle « Le nôtre »", "Lea Keller était responsable");
    }

    @Test
    void whatIsNotSuspendedAnyMoreIsNoMail() {
        known(house.member().id(), "Noah", "en");
        others.at("/internal/workspaces/" + house.id() + "/responsibilities", FakeServices.json(NOTHING));

        town.publishFirst(
                new IntegrationSuspended(
                        house.id(), IntegrationId.next(), house.manager().id(), SuspensionReason.ACCOUNT_HELD),
                1);

        assertThat(ended().getString("outcome")).isEqualTo("nothing-suspended");
    }

    /** Suspended, as the first manager's. */
    private String endpointOf(FakeWebhookConsumer consumer) {
        var made = house.member()
                .post(house.endpoints(), Map.of("url", consumer.url(), "events", List.of("workspace.*")))
                .expect(201);
        var id = new Document("_id", UUID.fromString(made.id()))
                .append("workspaceId", house.id().value());
        mongo.getCollection("webhook-endpoints")
                .updateOne(
                        id,
                        new Document(
                                "$set",
                                new Document("responsible", house.manager().id().value())
                                        .append(
                                                "suspension",
                                                new Document("at", new Date(0))
                                                        .append(
                                                                "of",
                                                                house.manager()
                                                                        .id()
                                                                        .value())
                                                        .append("reason", "MEMBERSHIP_ENDED"))));
        return house.endpoints() + "/" + made.id();
    }
}
