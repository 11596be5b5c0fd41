package dev.atelier.notification.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import com.mongodb.client.MongoClient;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.notification.ServiceTest;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.TestMailKind;
import dev.atelier.notification.mail.TestMailSettings;
import dev.atelier.notification.mail.rendering.MailMessages;
import dev.atelier.notification.mail.rendering.MailRenderer;
import dev.atelier.notification.mail.smtp.ScriptedSmtpServer;
import dev.atelier.notification.mail.smtp.ScriptedSmtpServer.ReplyPoint;
import dev.atelier.notification.mail.smtp.SmtpSender;
import dev.atelier.notification.recipient.RecipientConsentProjection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A mail server that takes longer than a claim lasts. Without the renewal the test fails: the mail is claimed a second
 * time.
 */
@ServiceTest
class MailClaimRenewerTest {
    private static final Duration CLAIM = Duration.ofSeconds(1);

    @Autowired
    private MongoTemplate service;

    @Autowired
    private MongoClient client;

    @Test
    void aMailIsNotSentTwiceWhereItsServerIsSlow() throws IOException, InterruptedException {
        var mongo = IsolatedMailDatabase.of(client, service);
        var settings = TestMailSettings.claimedFor(CLAIM);
        var clock = Clock.systemUTC();
        var mailQueue = new MailQueue(mongo, clock, settings, event -> {});
        var open = new CountDownLatch(1);
        try (var smtp = new ScriptedSmtpServer(ReplyPoint.TEXT_ENDS, "250 taken", open)) {
            var queuedMailSender = new QueuedMailSender(
                    mailQueue,
                    new MailKindRegistry(List.of(TestMailKind.INVITATION)),
                    new SmtpSender(server(smtp), new MailRenderer(new MailMessages()), settings),
                    mock(RecipientConsentProjection.class),
                    new RecipientQuotaCounter(mongo, settings, clock),
                    new MailClaimRenewer(mailQueue, settings),
                    settings,
                    new SimpleMeterRegistry(),
                    clock);
            var data = new MailData(WorkspaceId.next(), null, Map.of());
            mailQueue.queue(UUID.randomUUID(), TestMailKind.INVITATION, data);
            var claimed = mailQueue.claim().orElseThrow();
            var sender = Thread.ofVirtual().start(() -> queuedMailSender.send(claimed));

            await().atMost(Duration.ofSeconds(30)).until(() -> {
                assertThat(mailQueue.claim()).isEmpty();
                return stored(mongo)
                        .getDate("dueAt")
                        .toInstant()
                        .isAfter(claimed.dueAt().plus(CLAIM.multipliedBy(2)));
            });
            open.countDown();
            sender.join();
        }

        assertThat(stored(mongo))
                .containsEntry("state", "SENT")
                .containsEntry("attempts", 1)
                .containsEntry("uncertain", 0);
    }

    private static JavaMailSenderImpl server(ScriptedSmtpServer smtp) {
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(smtp.port());
        server.getJavaMailProperties().setProperty("mail.smtp.timeout", "30000");
        return server;
    }

    private static Document stored(MongoTemplate mongo) {
        return Objects.requireNonNull(mongo.getCollection("mails")
                .find(new Document("workspaceId", new Document("$exists", true)))
                .first());
    }
}
