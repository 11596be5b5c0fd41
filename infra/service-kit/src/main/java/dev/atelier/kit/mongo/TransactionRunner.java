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
 * Runs work in one MongoDB transaction (snapshot reads, journalled majority writes) and runs it again where another
 * transaction won the race, for about ten seconds: longer than the server keeps the locks of a process that was killed.
 * The work may therefore run more than once and must touch nothing but the database. The server ends a transaction
 * after three seconds.
 */
public final class TransactionRunner {
    private final TransactionTemplate template;
    private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(60)
            .delay(Duration.ofMillis(2))
            .jitter(Duration.ofMillis(2))
            .multiplier(1.6)
            .maxDelay(Duration.ofMillis(200))
            .predicate(TransactionConflict::isOne)
            .build());

    TransactionRunner(PlatformTransactionManager manager) {
        this.template = new TransactionTemplate(manager);
    }

    /** Joins the running transaction where there is one; whoever began that one repeats it. */
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

    /** As {@link #call}, without a result. */
    public void run(Runnable work) {
        this.<@Nullable Object>call(() -> {
            work.run();
            return null;
        });
    }

    /**
     * For pieces whose write makes sense only together with another one.
     *
     * @throws IllegalStateException where no transaction is running
     */
    public static void demand(String what) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(what + " needs a running transaction");
        }
    }
}
