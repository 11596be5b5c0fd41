package dev.atelier.notification.mail.kind.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.SecurityEvent.SecurityAlertKind;
import dev.atelier.events.SecurityEvent.SecurityAlertRaised;
import dev.atelier.events.SecurityEvent.SecurityAlertSeverity;
import dev.atelier.events.id.SecurityAlertId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.notification.ServiceTest;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailSettings;
import dev.atelier.notification.mail.NoMailRecipient;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.queue.IsolatedMailDatabase;
import dev.atelier.notification.mail.queue.MailQueue;
import dev.atelier.notification.mail.rendering.MailLinkSettings;
import dev.atelier.notification.mail.rendering.MailMessages;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ServiceTest
class SecurityAlarmsMailTest {
    private static final Instant NOW = Instant.parse("2026-11-30T20:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(15);

    @Autowired
    private MongoTemplate service;

    @Autowired
    private MongoClient client;

    @Autowired
    private TransactionRunner transactions;

    private MongoTemplate mongo;

    @BeforeEach
    void noAlarmYet() {
        mongo = IsolatedMailDatabase.of(client, service);
    }

    @Test
    void theFirstIsToldAtOnceAndAFloodInOneMailForEachPause() {
        raise(1, NOW, "en", "watch@operator.example", "boss@operator.example");
        raise(200, NOW.plusSeconds(1), "en", "watch@operator.example", "boss@operator.example");
        raise(100, NOW.plus(PAUSE), "en", "watch@operator.example", "boss@operator.example");

        var queued = queued();
        assertThat(queued)
                .hasSize(6)
                .extracting(SecurityAlarmsMailTest::dueAt)
                .containsOnly(NOW, NOW.plus(PAUSE), NOW.plus(PAUSE.multipliedBy(2)));
        var second = queued.stream()
                .filter(mail -> dueAt(mail).equals(NOW.plus(PAUSE)))
                .map(mail -> alarms(NOW, "en", "watch@operator.example", "boss@operator.example")
                        .compose(data(mail)))
                .toList();
        assertThat(second)
                .extracting(OutgoingMail::to)
                .containsExactlyInAnyOrder("watch@operator.example", "boss@operator.example");
        assertThat(second.getFirst().values().getFirst()).isEqualTo("200");
        assertThat(second.getFirst().values().get(1).lines()).hasSize(51).last().isEqualTo("and 150 more");
    }

    @Test
    void aQuietTimeLaterTheNextIsToldAtOnceAgain() {
        raise(1, NOW, "fr", "watch@operator.example");
        raise(1, NOW.plus(Duration.ofDays(1)), "fr", "watch@operator.example");

        var queued = queued();
        assertThat(queued)
                .extracting(SecurityAlarmsMailTest::dueAt)
                .containsExactlyInAnyOrder(NOW, NOW.plus(Duration.ofDays(1)));
        var outgoingMail = alarms(NOW, "fr", "watch@operator.example").compose(data(queued.getFirst()));
        assertThat(outgoingMail.values().get(1)).contains("Critique : le journal de sécurité", "30 novembre 2026");
    }

    @Test
    void whoIsNoOperatorAnyMoreGetsNothing() {
        raise(1, NOW, "en", "watch@operator.example");

        var queued = queued().getFirst();
        org.assertj.core.api.Assertions.assertThatExceptionOfType(NoMailRecipient.class)
                .isThrownBy(() -> alarms(NOW, "en", "boss@operator.example").compose(data(queued)));
    }

    private List<Document> queued() {
        return mongo.getCollection("mails")
                .find(new Document("workspaceId", MailData.OPERATOR.value()).append("kind", "SECURITY_ALARMS"))
                .into(new ArrayList<>());
    }

    private static Instant dueAt(Document mail) {
        return mail.getDate("dueAt").toInstant();
    }

    private static MailData data(Document mail) {
        var values = new HashMap<String, String>();
        mail.get("about", Document.class).forEach((key, value) -> values.put(key, value.toString()));
        return MailData.withoutWorkspace(null, values);
    }

    private void raise(int times, Instant now, String language, String... operators) {
        for (var more = 0; more < times; more++) {
            var alert = new SecurityAlertRaised(
                    SecurityAlertId.next(), SecurityAlertKind.LOG_BROKEN, SecurityAlertSeverity.CRITICAL, null);
            var envelope = new MessageEnvelope(UUID.randomUUID(), "t", "s", alert.subject(), "d", now, null, 1);
            transactions.run(() -> alarms(now, language, operators).on(alert, envelope));
        }
    }

    private SecurityAlarmsMail alarms(Instant now, String language, String... operators) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var settings = new MailSettings(
                "atelier@localhost.localdomain",
                Duration.ofMinutes(1),
                List.of(Duration.ofSeconds(5)),
                1,
                10,
                500,
                List.of(operators),
                language,
                PAUSE);
        return new SecurityAlarmsMail(
                mongo,
                new MailQueue(mongo, clock, settings, event -> {}),
                settings,
                new MailMessages(),
                new MailLinkSettings(URI.create("https://atelier.test")),
                clock);
    }
}
