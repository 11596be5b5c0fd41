package dev.atelier.notification.mail.queue;

import dev.atelier.kit.work.OwnThread;
import dev.atelier.notification.mail.MailSettings;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Renews the claims of mails while they are sent. A mail server may answer each command slowly, so the total time has
 * no upper bound and no fixed claim would be long enough.
 */
@OwnThread("renews running claims periodically; exceptions of a renewal are caught, so that it runs again")
@Component
class MailClaimRenewer implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(MailClaimRenewer.class);
    private static final int RENEWALS_IN_A_CLAIM = 3;

    private final MailQueue mailQueue;
    private final MailSettings settings;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mail-claims").factory());

    MailClaimRenewer(MailQueue mailQueue, MailSettings settings) {
        this.mailQueue = mailQueue;
        this.settings = settings;
    }

    /** Renews the claim until the returned object is closed. */
    RenewedClaim of(QueuedMail claimed) {
        var renewedClaim = new RenewedClaim(claimed);
        long pause = settings.claim().toMillis() / RENEWALS_IN_A_CLAIM;
        var task = clock.scheduleWithFixedDelay(renewedClaim::renew, pause, pause, TimeUnit.MILLISECONDS);
        renewedClaim.task = () -> task.cancel(false);
        return renewedClaim;
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }

    /** A claim that is renewed until it is closed. */
    final class RenewedClaim implements AutoCloseable {
        private final QueuedMail claimed;
        private @Nullable Runnable task;
        private boolean closed;

        private RenewedClaim(QueuedMail claimed) {
            this.claimed = claimed;
        }

        private synchronized void renew() {
            if (closed) {
                return;
            }
            try {
                mailQueue.renew(claimed);
            } catch (RuntimeException | Error e) {
                log.warn("claim of mail {} could not be renewed; renewing it again", claimed.id(), e);
            }
        }

        /** Stops the renewal, so that a late renewal does not overwrite the mail's next state. */
        @Override
        public synchronized void close() {
            closed = true;
            if (task != null) {
                task.run();
            }
        }
    }
}
