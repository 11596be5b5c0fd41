package dev.atelier.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.mongodb.client.MongoClient;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.notification.ServiceTest;
import dev.atelier.notification.consent.Consents;
import dev.atelier.notification.mail.RawSmtp.Point;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that takes longer than a claim. Seen red without the renewal: the mail was claimed a second time. */
@ServiceTest
class ClaimRenewalTest {
    private static final Duration CLAIM = Duration.ofSeconds(1);

    @Autowired
    private MongoTemplate service;

    @Autowired
    private MongoClient client;

    @Test
    void aMailIsNotSentTwiceWhereItsServerIsSlow() throws IOException, InterruptedException {
        var mongo = OwnDatabase.of(client, service);
        var settings = TestMailSettings.claimedFor(CLAIM);
        var clock = Clock.systemUTC();
        var mails = new Mails(mongo, clock, settings);
        var open = new CountDownLatch(1);
        try (var smtp = new RawSmtp(Point.TEXT_ENDS, "250 taken", open)) {
            var sending = new Sending(
                    mails,
                    writing(),
                    new Postman(server(smtp), new Texts(new Words()), settings),
                    mock(Consents.class),
                    new RecipientQuotas(mongo, settings, clock),
                    new ClaimRenewal(mails, settings),
                    settings,
                    new SimpleMeterRegistry(),
                    clock);
            mails.queue(QueuedMail.of(
                    UUID.randomUUID(), Kind.INVITATION, WorkspaceId.next(), null, Map.of(), clock.instant()));
            var claimed = mails.claim().orElseThrow();
            var sender = Thread.ofVirtual().start(() -> sending.send(claimed));

            await().atMost(Duration.ofSeconds(30)).until(() -> {
                assertThat(mails.claim()).isEmpty();
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

    private static Writing writing() {
        var writing = mock(Writing.class);
        when(writing.write(any()))
                .thenReturn(new Letter(
                        "lea@example.org", Kind.INVITATION, Locale.ENGLISH, List.of("a", "b", "c"), "b", null, null));
        return writing;
    }

    private static JavaMailSenderImpl server(RawSmtp smtp) {
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
