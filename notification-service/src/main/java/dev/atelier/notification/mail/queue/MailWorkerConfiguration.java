package dev.atelier.notification.mail.queue;

import dev.atelier.kit.work.WorkerThreadPool;
import dev.atelier.notification.mail.MailSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Configures the threads of this instance that send mails. They are woken when a mail is queued here. */
@Configuration(proxyBeanMethods = false)
class MailWorkerConfiguration {
    @Bean
    WorkerThreadPool mailSenders(MailQueue mailQueue, QueuedMailSender queuedMailSender, MailSettings settings) {
        return new WorkerThreadPool("mail-sender", settings.senders(), () -> {
            var claimed = mailQueue.claim();
            claimed.ifPresent(queuedMailSender::send);
            return claimed.isPresent();
        });
    }

    @Bean
    MailWakeup mailWakeup(WorkerThreadPool mailSenders) {
        return new MailWakeup(mailSenders);
    }

    /** Wakes a sender after the transaction that queued the mail has committed. */
    static class MailWakeup {
        private final WorkerThreadPool senders;

        MailWakeup(WorkerThreadPool senders) {
            this.senders = senders;
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
        void on(MailQueue.MailQueued queued) {
            senders.wake();
        }
    }
}
