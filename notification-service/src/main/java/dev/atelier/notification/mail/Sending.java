package dev.atelier.notification.mail;

import dev.atelier.kit.email.EmailAddress;
import dev.atelier.notification.consent.Consents;
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
class Sending {
    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    private final Mails mails;
    private final Writing writing;
    private final Postman postman;
    private final Consents consents;
    private final RecipientQuotas quotas;
    private final ClaimRenewal claims;
    private final MailSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    Sending(
            Mails mails,
            Writing writing,
            Postman postman,
            Consents consents,
            RecipientQuotas quotas,
            ClaimRenewal claims,
            MailSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.mails = mails;
        this.writing = writing;
        this.postman = postman;
        this.consents = consents;
        this.quotas = quotas;
        this.claims = claims;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    void send(QueuedMail claimed) {
        try (var renewed = claims.of(claimed)) {
            send(claimed, renewed);
        } catch (OptimisticLockingFailureException e) {
            log.info("mail {} was taken over by another sender", claimed.id());
        }
    }

    private void send(QueuedMail claimed, ClaimRenewal.Renewed renewed) {
        var mail = claimed;
        try {
            if (mail.handedOver()) {
                log.warn("mail {} may have gone out before and goes again", mail.id());
                mail = mails.keep(mail.uncertainOnceMore());
                countUncertain();
            }
            if (mail.attempts() > settings.retries().size() + 1) {
                // Every claim counts, so that a mail which ends its sender's process is not tried for ever.
                renewed.close();
                giveUp(mail, new IllegalStateException("nobody came to the end of its last try"));
                return;
            }
            demandConsent(mail);
            var letter = writing.write(mail);
            demandConsent(mail);
            requireQuota(letter, mail);
            mail = mails.keep(mail.handingOver(mails.claimedUntil()));
            postman.hand(letter, mail.id());
            renewed.close();
            end(mail, QueuedMail.State.SENT, null);
        } catch (NobodyToTell e) {
            renewed.close();
            end(mail, QueuedMail.State.DROPPED, e.code());
        } catch (NotAgreedTo e) {
            renewed.close();
            end(mail, QueuedMail.State.SUPPRESSED, "no-consent");
        } catch (OptimisticLockingFailureException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // The mail server, another service, or a mistake of ours: it waits, it is counted, and in the end it is
            // given up aloud.
            renewed.close();
            again(mail, e);
        }
    }

    /** Asked as late as can be: whoever withdraws while a mail waits, or is being written, does not get it. */
    private void demandConsent(QueuedMail mail) {
        var purpose = mail.purpose();
        var recipient = mail.recipient();
        if (purpose != null && (recipient == null || !consents.given(recipient, purpose))) {
            throw new NotAgreedTo();
        }
    }

    /** What is no address is refused here too, whatever let it pass: a mail library would make another one of it. */
    private void requireQuota(Letter letter, QueuedMail mail) {
        var to = EmailAddress.find(letter.to());
        if (to.isEmpty()) {
            log.error("mail {} is not sent: what it goes to is no e-mail address", mail.id());
            throw new NobodyToTell("no-email-address");
        }
        if (!quotas.take(to.get(), mail)) {
            log.warn("mail {} is not sent: its recipient has had as many as a day may bring", mail.id());
            throw new NobodyToTell("recipient-limit");
        }
    }

    private void again(QueuedMail mail, Throwable cause) {
        if (Refused.forGood(cause) || mail.attempts() > settings.retries().size()) {
            log.error("mail {} is given up after {} tries: {}", mail.id(), mail.attempts(), Refused.reason(cause));
            giveUp(mail, cause);
            return;
        }
        var pause = settings.retries().get(mail.attempts() - 1);
        log.warn(
                "mail {} goes again in {}, try {} failed: {}",
                mail.id(),
                pause,
                mail.attempts(),
                Refused.reason(cause));
        mails.keep(mail.again(clock.instant().plus(pause), Refused.perhapsTaken(cause)));
    }

    /** No claim follows that would count a last try of which nobody knows whether it sent the mail. */
    private void giveUp(QueuedMail mail, Throwable cause) {
        var last = mail;
        if (Refused.perhapsTaken(cause)) {
            countUncertain();
            last = mail.uncertainOnceMore();
        }
        end(last, QueuedMail.State.GIVEN_UP, Refused.forGood(cause) ? "refused" : "retries-over");
    }

    private void countUncertain() {
        meters.counter("atelier.mails.uncertain").increment();
    }

    private void end(QueuedMail mail, QueuedMail.State how, @org.jspecify.annotations.Nullable String why) {
        mails.keep(mail.ended(how, why, clock.instant()));
        meters.counter("atelier.mails", "kind", mail.kind().key(), "outcome", how.name())
                .increment();
    }

    private static final class NotAgreedTo extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotAgreedTo() {
            super(null, null, false, false);
        }
    }
}
