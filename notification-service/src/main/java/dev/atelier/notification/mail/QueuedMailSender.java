package dev.atelier.notification.mail;

import dev.atelier.kit.email.EmailAddress;
import dev.atelier.notification.recipient.RecipientConsentProjection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Sends one claimed mail. Before it speaks to the mail server it notes so: a mail whose sender died in between, or whose
 * server fell silent after the text, went out perhaps, is counted ({@code atelier.mails.uncertain}) and goes again under the same {@code Message-ID}.
 */
@Component
class QueuedMailSender {
    private static final Logger log = LoggerFactory.getLogger(QueuedMailSender.class);

    private final MailQueue mailQueue;
    private final MailComposer mailComposer;
    private final SmtpSender smtpSender;
    private final RecipientConsentProjection recipientConsentProjection;
    private final RecipientQuotaCounter quotas;
    private final MailClaimRenewer claims;
    private final MailSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    QueuedMailSender(
            MailQueue mailQueue,
            MailComposer mailComposer,
            SmtpSender smtpSender,
            RecipientConsentProjection recipientConsentProjection,
            RecipientQuotaCounter quotas,
            MailClaimRenewer claims,
            MailSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.mailQueue = mailQueue;
        this.mailComposer = mailComposer;
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
            log.info("mail {} was taken over by another sender", claimed.id());
        }
    }

    private void send(QueuedMail claimed, MailClaimRenewer.RenewedClaim renewedClaim) {
        var mail = claimed;
        try {
            if (mail.handedOver()) {
                log.warn("mail {} may have gone out before and goes again", mail.id());
                mail = mailQueue.keep(mail.uncertainOnceMore());
                countUncertain();
            }
            if (mail.attempts() > settings.retries().size() + 1) {
                // Every claim counts, so that a mail which ends its sender's process is not tried for ever.
                renewedClaim.close();
                giveUp(mail, new IllegalStateException("nobody came to the end of its last try"));
                return;
            }
            demandConsent(mail);
            var outgoingMail = mailComposer.write(mail);
            demandConsent(mail);
            requireQuota(outgoingMail, mail);
            mail = mailQueue.keep(mail.handingOver(mailQueue.claimedUntil()));
            smtpSender.hand(outgoingMail, mail.id());
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
            // The mail server, another service, or a mistake of ours: it waits, it is counted, and in the end it is
            // given up aloud.
            renewedClaim.close();
            again(mail, e);
        }
    }

    /** Asked as late as can be: whoever withdraws while a mail waits, or is being written, does not get it. */
    private void demandConsent(QueuedMail mail) {
        var purpose = mail.purpose();
        var recipient = mail.recipient();
        if (purpose != null && (recipient == null || !recipientConsentProjection.given(recipient, purpose))) {
            throw new ConsentMissing();
        }
    }

    /** What is no address is refused here too, whatever let it pass: a mail library would make another one of it. */
    private void requireQuota(OutgoingMail outgoingMail, QueuedMail mail) {
        var to = EmailAddress.find(outgoingMail.to());
        if (to.isEmpty()) {
            log.error("mail {} is not sent: what it goes to is no e-mail address", mail.id());
            throw new NoMailRecipient("no-email-address");
        }
        if (!quotas.take(to.get(), mail)) {
            log.warn("mail {} is not sent: its recipient has had as many as a day may bring", mail.id());
            throw new NoMailRecipient("recipient-limit");
        }
    }

    private void again(QueuedMail mail, Throwable cause) {
        if (SmtpFailureClassifier.forGood(cause)
                || mail.attempts() > settings.retries().size()) {
            log.error(
                    "mail {} is given up after {} tries: {}",
                    mail.id(),
                    mail.attempts(),
                    SmtpFailureClassifier.reason(cause));
            giveUp(mail, cause);
            return;
        }
        var pause = settings.retries().get(mail.attempts() - 1);
        log.warn(
                "mail {} goes again in {}, try {} failed: {}",
                mail.id(),
                pause,
                mail.attempts(),
                SmtpFailureClassifier.reason(cause));
        mailQueue.keep(mail.again(clock.instant().plus(pause), SmtpFailureClassifier.perhapsTaken(cause)));
    }

    /** No claim follows that would count a last try of which nobody knows whether it sent the mail. */
    private void giveUp(QueuedMail mail, Throwable cause) {
        var last = mail;
        if (SmtpFailureClassifier.perhapsTaken(cause)) {
            countUncertain();
            last = mail.uncertainOnceMore();
        }
        end(last, QueuedMail.MailState.GIVEN_UP, SmtpFailureClassifier.forGood(cause) ? "refused" : "retries-over");
    }

    private void countUncertain() {
        meters.counter("atelier.mails.uncertain").increment();
    }

    private void end(QueuedMail mail, QueuedMail.MailState how, @org.jspecify.annotations.Nullable String why) {
        mailQueue.keep(mail.ended(how, why, clock.instant()));
        meters.counter("atelier.mails", "kind", mail.kind().key(), "outcome", how.name())
                .increment();
    }

    private static final class ConsentMissing extends RuntimeException {
        private static final long serialVersionUID = 1;

        ConsentMissing() {
            super(null, null, false, false);
        }
    }
}
