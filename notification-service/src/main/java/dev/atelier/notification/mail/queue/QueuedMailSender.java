package dev.atelier.notification.mail.queue;

import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.http.RemoteRefusal;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.MailSettings;
import dev.atelier.notification.mail.NoMailRecipient;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.smtp.SmtpFailureClassifier;
import dev.atelier.notification.mail.smtp.SmtpSender;
import dev.atelier.notification.recipient.RecipientConsentProjection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Sends one claimed mail. It stores {@code handedOver} before it talks to the mail server. If the sender dies in
 * between, or the server does not answer after the text, the mail may have been sent: the attempt is counted
 * ({@code atelier.mails.uncertain}) and the mail is sent again with the same {@code Message-ID}.
 */
@Component
class QueuedMailSender {
    private static final Logger log = LoggerFactory.getLogger(QueuedMailSender.class);

    private final MailQueue mailQueue;
    private final MailKindRegistry mailKindRegistry;
    private final SmtpSender smtpSender;
    private final RecipientConsentProjection recipientConsentProjection;
    private final RecipientQuotaCounter quotas;
    private final MailClaimRenewer claims;
    private final MailSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    QueuedMailSender(
            MailQueue mailQueue,
            MailKindRegistry mailKindRegistry,
            SmtpSender smtpSender,
            RecipientConsentProjection recipientConsentProjection,
            RecipientQuotaCounter quotas,
            MailClaimRenewer claims,
            MailSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.mailQueue = mailQueue;
        this.mailKindRegistry = mailKindRegistry;
        this.smtpSender = smtpSender;
        this.recipientConsentProjection = recipientConsentProjection;
        this.quotas = quotas;
        this.claims = claims;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    void send(QueuedMail claimed) {
        try (var renewedClaim = claims.of(claimed)) {
            send(claimed, renewedClaim);
        } catch (OptimisticLockingFailureException e) {
            log.info("mail {} was claimed by another sender", claimed.id());
        }
    }

    private void send(QueuedMail claimed, MailClaimRenewer.RenewedClaim renewedClaim) {
        var mail = claimed;
        try {
            if (mail.handedOver()) {
                log.warn("mail {} may have been sent by an earlier attempt; sending it again", mail.id());
                mail = mailQueue.save(mail.countUncertain());
                countUncertain();
            }
            if (mail.attempts() > settings.retries().size() + 1) {
                // Every claim counts as an attempt, so a mail that kills the process of its sender is not retried for
                // ever.
                renewedClaim.close();
                giveUp(mail, new IllegalStateException("the last attempt did not end"));
                return;
            }
            requireConsent(mail);
            var kind = mailKindRegistry.get(mail.kindKey());
            var outgoingMail = compose(kind, mail);
            requireConsent(mail);
            requireQuota(outgoingMail, kind, mail);
            mail = mailQueue.save(mail.asHandedOver(mailQueue.claimedUntil()));
            smtpSender.send(outgoingMail, mail.id());
            renewedClaim.close();
            end(mail, QueuedMail.MailState.SENT, null);
        } catch (NoMailRecipient e) {
            renewedClaim.close();
            end(mail, QueuedMail.MailState.DROPPED, e.code());
        } catch (ConsentMissing e) {
            renewedClaim.close();
            end(mail, QueuedMail.MailState.SUPPRESSED, "no-consent");
        } catch (OptimisticLockingFailureException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // The mail server, another service or our own code failed: the mail is retried, the failure is counted and,
            // after the last attempt, logged as an error.
            renewedClaim.close();
            retry(mail, e);
        }
    }

    private static OutgoingMail compose(MailKind kind, QueuedMail mail) {
        try {
            return kind.compose(mail.data());
        } catch (NotFound e) {
            throw new NoMailRecipient("no-longer-a-reader");
        } catch (RemoteRefusal e) {
            throw new NoMailRecipient(e.fact());
        }
    }

    /**
     * Checked as late as possible: a user who withdraws the consent while the mail waits or is composed does not get
     * it.
     */
    private void requireConsent(QueuedMail mail) {
        var purpose = mail.purpose();
        var recipient = mail.recipient();
        if (purpose != null && (recipient == null || !recipientConsentProjection.given(recipient, purpose))) {
            throw new ConsentMissing();
        }
    }

    /** Also rejects a recipient that is not an e-mail address: a mail library would change it into another address. */
    private void requireQuota(OutgoingMail outgoingMail, MailKind kind, QueuedMail mail) {
        var recipient = EmailAddress.find(outgoingMail.to());
        if (recipient.isEmpty()) {
            log.error("mail {} is not sent: its recipient is not an e-mail address", mail.id());
            throw new NoMailRecipient("no-email-address");
        }
        if (!quotas.tryConsume(recipient.get(), kind, mail.id())) {
            log.warn("mail {} is not sent: its recipient has reached the daily limit", mail.id());
            throw new NoMailRecipient("recipient-limit");
        }
    }

    private void retry(QueuedMail mail, Throwable cause) {
        if (SmtpFailureClassifier.isPermanent(cause)
                || mail.attempts() > settings.retries().size()) {
            log.error(
                    "mail {} is given up after {} attempts: {}",
                    mail.id(),
                    mail.attempts(),
                    SmtpFailureClassifier.reason(cause));
            giveUp(mail, cause);
            return;
        }
        var pause = settings.retries().get(mail.attempts() - 1);
        log.warn(
                "mail {} is retried in {}, attempt {} failed: {}",
                mail.id(),
                pause,
                mail.attempts(),
                SmtpFailureClassifier.reason(cause));
        mailQueue.save(mail.retryAt(clock.instant().plus(pause), SmtpFailureClassifier.mayHaveBeenAccepted(cause)));
    }

    /** Counts an uncertain last attempt here, because no further claim would count it. */
    private void giveUp(QueuedMail mail, Throwable cause) {
        var last = mail;
        if (SmtpFailureClassifier.mayHaveBeenAccepted(cause)) {
            countUncertain();
            last = mail.countUncertain();
        }
        end(last, QueuedMail.MailState.GIVEN_UP, SmtpFailureClassifier.isPermanent(cause) ? "refused" : "retries-over");
    }

    private void countUncertain() {
        meters.counter("atelier.mails.uncertain").increment();
    }

    private void end(QueuedMail mail, QueuedMail.MailState state, @Nullable String outcome) {
        mailQueue.save(mail.ended(state, outcome, clock.instant()));
        meters.counter("atelier.mails", "kind", mail.kindKey(), "outcome", state.name())
                .increment();
    }

    private static final class ConsentMissing extends RuntimeException {
        private static final long serialVersionUID = 1;

        ConsentMissing() {
            super(null, null, false, false);
        }
    }
}
