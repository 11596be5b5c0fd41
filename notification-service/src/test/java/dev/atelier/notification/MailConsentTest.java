package dev.atelier.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.mail.CaughtMail;
import dev.atelier.events.ConsentPurpose;
import dev.atelier.events.IdentityEvent.ConsentGiven;
import dev.atelier.events.IdentityEvent.ConsentWithdrawn;
import dev.atelier.events.ProjectState;
import dev.atelier.events.UserState;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.notification.mail.queue.TestMailQueue;
import dev.atelier.notification.recipient.RecipientConsentProjection;
import dev.atelier.testkit.RealBackingServices;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Mails that need the recipient's consent, which may be withdrawn before they are sent. */
@ServiceTest
class MailConsentTest {
    @Autowired
    private TestEventPublisher town;

    @Autowired
    private WorkspaceAuthorization access;

    @Autowired
    private StateProjection<UserState> users;

    @Autowired
    private RecipientConsentProjection consents;

    @Autowired
    private TestMailQueue queue;

    @Autowired
    private MongoTemplate mongo;

    private final ProjectId project = ProjectId.next();
    private TestEventPublisher.TestWorkspace house;
    private UserId reader;

    @BeforeEach
    void createReader() {
        house = town.createWorkspace();
        reader = house.member().id();
        town.publish(new UserState(
                reader, "Noah", "Keller", address(), true, false, "en", "UTC", null, null, null, false, 1));
        town.publish(new ProjectState(house.id(), project, "New bread", Set.of(reader), false, 1));
        await().atMost(TestEventPublisher.TIMEOUT)
                .ignoreException(NotFound.class)
                .until(() -> {
                    access.projectName(house.id(), project);
                    return users.find(reader.toString()).isPresent();
                });
    }

    @Test
    void whoAgreesGetsTheMail() {
        agree(1);

        var mail = queue.productUpdate(house.id(), project, reader, Instant.now());

        assertThat(ended(mail)).containsEntry("state", "SENT");
        assertThat(received()).isEqualTo(1);
    }

    @Test
    void whoWithdrawsWhileItWaitsDoesNot() {
        agree(1);
        var mail =
                queue.productUpdate(house.id(), project, reader, Instant.now().plus(Duration.ofSeconds(6)));

        town.publishFirst(new ConsentWithdrawn(reader, ConsentPurpose.PRODUCT_UPDATES), 2);

        assertThat(ended(mail)).containsEntry("state", "SUPPRESSED").containsEntry("outcome", "no-consent");
        assertThat(received()).isZero();
    }

    @Test
    void whoNeverSaidAnythingDoesNot() {
        var mail = queue.productUpdate(house.id(), project, reader, Instant.now());

        assertThat(ended(mail)).containsEntry("state", "SUPPRESSED");
        assertThat(received()).isZero();
    }

    @Test
    void anotherPurposeIsAnotherConsent() {
        town.publishFirst(new ConsentGiven(reader, ConsentPurpose.NEWSLETTER, "1"), 1);
        await().atMost(TestEventPublisher.TIMEOUT).until(() -> consents.given(reader, ConsentPurpose.NEWSLETTER));

        var mail = queue.productUpdate(house.id(), project, reader, Instant.now());

        assertThat(ended(mail)).containsEntry("state", "SUPPRESSED");
    }

    private void agree(long sequence) {
        town.publishFirst(new ConsentGiven(reader, ConsentPurpose.PRODUCT_UPDATES, "1"), sequence);
        await().atMost(TestEventPublisher.TIMEOUT).until(() -> consents.given(reader, ConsentPurpose.PRODUCT_UPDATES));
    }

    private String address() {
        return "noah-" + reader + "@bakery.example";
    }

    private long received() {
        return Arrays.stream(RealBackingServices.mail().getReceivedMessages())
                .map(CaughtMail::read)
                .filter(mail -> mail.to().toString().contains(address()))
                .count();
    }

    private Document ended(String id) {
        return await().atMost(TestEventPublisher.TIMEOUT)
                .until(() -> stored(id), mail -> mail != null && mail.get("endedAt") != null);
    }

    private @Nullable Document stored(String id) {
        return mongo.getCollection("mails")
                .find(new Document("_id", id).append("workspaceId", house.id().value()))
                .first();
    }
}
