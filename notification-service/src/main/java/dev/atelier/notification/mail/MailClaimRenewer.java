package dev.atelier.notification.mail;

import dev.atelier.kit.work.OwnThread;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Renews the claims of mails that are being sent: a mail server may take its time for each of its answers, and the sum of them has no
 * bound that a claim could be made longer than.
 */
@OwnThread("a clock for claims under way; what one renewal throws is caught, so that it comes again")
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

    /** Keeps the claim until it is closed. */
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

    /** A claim that does not run out. */
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
                log.warn("the claim of mail {} could not be renewed now", claimed.id(), e);
            }
        }

        /** Nothing is renewed after it: the mail's next state stands. */
        @Override
        public synchronized void close() {
            closed = true;
            if (task != null) {
                task.run();
            }
        }
    }
}
