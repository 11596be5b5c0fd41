package dev.atelier.notification.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.MailSettings;
import dev.atelier.notification.mail.TestMailKind;
import dev.atelier.notification.mail.TestMailSettings;
import dev.atelier.notification.mail.queue.QueuedMail.MailState;
import dev.atelier.notification.mail.smtp.SmtpSender;
import dev.atelier.notification.mail.smtp.SmtpSender.SmtpDeliveryUncertain;
import dev.atelier.notification.recipient.RecipientConsentProjection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What happens to a mail that the server does not accept. A mock replaces the mail server. */
class QueuedMailSenderTest {
    private static final MailSettings SETTINGS = TestMailSettings.claimedFor(Duration.ofMinutes(1));
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final List<QueuedMail> kept = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MailQueue mailQueue = mock();
    private final SmtpSender smtpSender = mock();
    private final RecipientConsentProjection recipientConsentProjection = mock();
    private final RecipientQuotaCounter quotas = mock();
    private final QueuedMailSender queuedMailSender = new QueuedMailSender(
            mailQueue,
            new MailKindRegistry(List.of(TestMailKind.INVITATION)),
            smtpSender,
            recipientConsentProjection,
            quotas,
            new MailClaimRenewer(mailQueue, SETTINGS),
            SETTINGS,
            meters,
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void writtenAndKept() {
        when(quotas.tryConsume(any(), any(), any())).thenReturn(true);
        when(mailQueue.claimedUntil()).thenReturn(NOW);
        when(mailQueue.save(any())).thenAnswer(call -> {
            kept.add(call.getArgument(0));
            return call.getArgument(0);
        });
    }

    @Test
    void aLastTryThatPerhapsSentItIsGivenUpAndCountedAsUncertain() {
        serverFails(new SmtpDeliveryUncertain(new MailSendException("silence")));

        queuedMailSender.send(claimed(2));

        assertThat(kept.getLast().state()).isEqualTo(MailState.GIVEN_UP);
        assertThat(kept.getLast().uncertain()).isOne();
        assertThat(uncertain()).isOne();
    }

    @Test
    void anEarlierOneIsCountedWhenItGoesAgain() {
        serverFails(new SmtpDeliveryUncertain(new MailSendException("silence")));

        queuedMailSender.send(claimed(1));

        assertThat(kept.getLast()).matches(mail -> mail.state() == MailState.QUEUED && mail.handedOver());
        assertThat(uncertain()).isZero();
    }

    @Test
    void aLastTryThatCertainlyFailedIsNotCounted() {
        MailException away = new MailSendException("away");
        serverFails(away);

        queuedMailSender.send(claimed(2));

        assertThat(kept.getLast().state()).isEqualTo(MailState.GIVEN_UP);
        assertThat(kept.getLast().uncertain()).isZero();
        assertThat(uncertain()).isZero();
    }

    @Test
    void aTryThatPerhapsSentItIsCountedOnceHoweverOftenTheMailIsClaimed() {
        serverFails(new MailSendException("away"));

        queuedMailSender.send(claimed(1).asHandedOver(NOW));
        queuedMailSender.send(kept.getLast());

        assertThat(kept.getLast().uncertain()).isOne();
        assertThat(uncertain()).isOne();
    }

    /** During an update another instance may know the kind. */
    @Test
    void aMailOfAnUnknownKindIsRetriedAndGivenUpAtLast() {
        queuedMailSender.send(claimed(TestMailKind.MENTION, 1));
        assertThat(kept.getLast().state()).isEqualTo(MailState.QUEUED);

        queuedMailSender.send(claimed(TestMailKind.MENTION, 2));
        assertThat(kept.getLast().state()).isEqualTo(MailState.GIVEN_UP);
        assertThat(meters.counter("atelier.mails", "kind", "mention", "outcome", "GIVEN_UP")
                        .count())
                .isOne();
    }

    private void serverFails(RuntimeException failure) {
        doThrow(failure).when(smtpSender).send(any(), any());
    }

    private double uncertain() {
        return meters.counter("atelier.mails.uncertain").count();
    }

    private static QueuedMail claimed(int attempts) {
        return claimed(TestMailKind.INVITATION, attempts);
    }

    private static QueuedMail claimed(MailKind kind, int attempts) {
        var data = new MailData(WorkspaceId.next(), null, Map.of());
        var fresh = QueuedMail.of(UUID.randomUUID(), kind, data, NOW, NOW);
        return new QueuedMail(
                fresh.id(),
                1L,
                fresh.workspaceId(),
                fresh.kind(),
                null,
                null,
                null,
                Map.of(),
                MailState.QUEUED,
                attempts,
                NOW,
                NOW,
                false,
                0,
                null,
                null);
    }
}
