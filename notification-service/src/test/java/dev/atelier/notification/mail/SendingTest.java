package dev.atelier.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.notification.consent.Consents;
import dev.atelier.notification.mail.Postman.PerhapsTaken;
import dev.atelier.notification.mail.QueuedMail.State;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What becomes of a mail that the server does not take; the mail server is a stand-in for its silence. */
class SendingTest {
    private static final MailSettings SETTINGS = TestMailSettings.claimedFor(Duration.ofMinutes(1));
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final List<QueuedMail> kept = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Mails mails = mock();
    private final Writing writing = mock();
    private final Postman postman = mock();
    private final Consents consents = mock();
    private final RecipientQuotas quotas = mock();
    private final Sending sending = new Sending(
            mails,
            writing,
            postman,
            consents,
            quotas,
            new ClaimRenewal(mails, SETTINGS),
            SETTINGS,
            meters,
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void writtenAndKept() {
        when(writing.write(any()))
                .thenReturn(new Letter(
                        "lea@example.org", Kind.INVITATION, Locale.ENGLISH, List.of("one"), "Studio", null, null));
        when(quotas.take(any(), any())).thenReturn(true);
        when(mails.claimedUntil()).thenReturn(NOW);
        when(mails.keep(any())).thenAnswer(call -> {
            kept.add(call.getArgument(0));
            return call.getArgument(0);
        });
    }

    @Test
    void aLastTryThatPerhapsSentItIsGivenUpAndCountedAsUncertain() {
        serverFails(new PerhapsTaken(new MailSendException("silence")));

        sending.send(claimed(2));

        assertThat(kept.getLast().state()).isEqualTo(State.GIVEN_UP);
        assertThat(kept.getLast().uncertain()).isOne();
        assertThat(uncertain()).isOne();
    }

    @Test
    void anEarlierOneIsCountedWhenItGoesAgain() {
        serverFails(new PerhapsTaken(new MailSendException("silence")));

        sending.send(claimed(1));

        assertThat(kept.getLast()).matches(mail -> mail.state() == State.QUEUED && mail.handedOver());
        assertThat(uncertain()).isZero();
    }

    @Test
    void aLastTryThatCertainlyFailedIsNotCounted() {
        MailException away = new MailSendException("away");
        serverFails(away);

        sending.send(claimed(2));

        assertThat(kept.getLast().state()).isEqualTo(State.GIVEN_UP);
        assertThat(kept.getLast().uncertain()).isZero();
        assertThat(uncertain()).isZero();
    }

    @Test
    void aTryThatPerhapsSentItIsCountedOnceHoweverOftenTheMailIsClaimed() {
        serverFails(new MailSendException("away"));

        sending.send(claimed(1).handingOver(NOW));
        sending.send(kept.getLast());

        assertThat(kept.getLast().uncertain()).isOne();
        assertThat(uncertain()).isOne();
    }

    private void serverFails(RuntimeException failure) {
        doThrow(failure).when(postman).hand(any(), any());
    }

    private double uncertain() {
        return meters.counter("atelier.mails.uncertain").count();
    }

    private static QueuedMail claimed(int attempts) {
        var fresh = QueuedMail.of(UUID.randomUUID(), Kind.INVITATION, WorkspaceId.next(), null, Map.of(), NOW);
        return new QueuedMail(
                fresh.id(),
                1L,
                fresh.workspaceId(),
                fresh.kind(),
                null,
                null,
                null,
                Map.of(),
                State.QUEUED,
                attempts,
                NOW,
                NOW,
                false,
                0,
                null,
                null);
    }
}
