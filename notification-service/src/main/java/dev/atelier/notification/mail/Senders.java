package dev.atelier.notification.mail;

import dev.atelier.kit.work.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The threads of this instance that send mails, woken when one is queued here. */
@Configuration(proxyBeanMethods = false)
class Senders {
    @Bean
    Workers mailSenders(Mails mails, Sending sending, MailSettings settings) {
        return new Workers("mail-sender", settings.senders(), () -> {
            var claimed = mails.claim();
            claimed.ifPresent(sending::send);
            return claimed.isPresent();
        });
    }

    @Bean
    Waking mailWaking(Workers mailSenders) {
        return new Waking(mailSenders);
    }

    /** Wakes a sender once the mail is there to be seen. */
    static class Waking {
        private final Workers senders;

        Waking(Workers senders) {
            this.senders = senders;
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
        void on(MailListener.MailQueued queued) {
            senders.wake();
        }
    }
}
