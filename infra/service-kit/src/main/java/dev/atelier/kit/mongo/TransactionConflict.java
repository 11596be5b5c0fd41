package dev.atelier.kit.mongo;

import com.mongodb.MongoException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** Distinguishes transactions that lost a write conflict from failures that a retry cannot repair. */
final class TransactionConflict {
    private TransactionConflict() {}

    static boolean isConflict(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingFailureException
                    || (cause instanceof MongoException mongo && hasTransientErrorLabel(mongo))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTransientErrorLabel(MongoException failure) {
        return failure.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
    }
}
