package dev.atelier.kit.mongo;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in one MongoDB transaction (snapshot reads, journalled majority writes). Retries it after a write conflict
 * for about ten seconds, which is longer than the server keeps the locks of a killed process. The work may therefore
 * run more than once and must change nothing but the database. The server aborts a transaction after three seconds.
 */
public final class TransactionRunner {
    private final TransactionTemplate template;
    private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(60)
            .delay(Duration.ofMillis(2))
            .jitter(Duration.ofMillis(2))
            .multiplier(1.6)
            .maxDelay(Duration.ofMillis(200))
            .predicate(TransactionConflict::isConflict)
            .build());

    TransactionRunner(PlatformTransactionManager manager) {
        this.template = new TransactionTemplate(manager);
    }

    /**
     * Runs the work and returns its result. Joins the running transaction where there is one; the outermost call
     * retries it.
     */
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        try {
            return retries.execute(() -> template.execute(status -> work.get()));
        } catch (RetryException e) {
            throw switch (e.getCause()) {
                case RuntimeException cause -> cause;
                case Error error -> throw error;
                case null, default -> new IllegalStateException(e);
            };
        }
    }

    /** Like {@link #call}, without a result. */
    public void run(Runnable work) {
        this.<@Nullable Object>call(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Fails where no transaction is running; for writes that must be atomic with another write.
     *
     * @param what the operation, for the message of the exception
     * @throws IllegalStateException where no transaction is running
     */
    public static void requireTransaction(String what) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(what + " needs a running transaction");
        }
    }
}
