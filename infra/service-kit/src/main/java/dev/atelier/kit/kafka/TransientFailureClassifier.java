package dev.atelier.kit.kafka;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoStalePrimaryException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.io.IOException;
import java.util.Set;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * Distinguishes transient failures (the database is unavailable, another transaction won) from input that can never be
 * handled.
 */
public final class TransientFailureClassifier {
    private static final Set<String> LABELS = Set.of(
            MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL,
            MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL,
            "RetryableWriteError",
            "RetryableError",
            "SystemOverloadedError",
            "NoWritesPerformed");

    /**
     * The error codes of a server that stops, elects another primary, is cut off or is overloaded. Source: MongoDB,
     * {@code src/mongo/base/error_codes.yml}, categories RetriableError, NetworkError, ShutdownError, NotPrimaryError,
     * Interruption and ExceededTimeLimitError; also WriteConflict, LockTimeout and the codes for a lost snapshot or
     * session.
     */
    private static final Set<Integer> CODES = Set.of(
            6, 7, 24, 43, 46, 50, 64, 89, 91, 112, 133, 134, 175, 189, 202, 225, 237, 239, 246, 251, 262, 267, 282, 290,
            317, 365, 462, 9001, 10058, 10107, 11600, 11601, 11602, 13435, 13436);

    private TransientFailureClassifier() {}

    public static boolean isTransient(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isTransientCause(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTransientCause(Throwable cause) {
        return switch (cause) {
            case TransientDataAccessException _,
                    DataAccessResourceFailureException _,
                    RecoverableDataAccessException _,
                    CannotCreateTransactionException _,
                    TransactionTimedOutException _,
                    RetriableException _,
                    InterruptException _,
                    IOException _,
                    InterruptedException _,
                    OutOfMemoryError _ -> true;
            case Refusal refusal -> refusal.reason() == RefusalReason.UNAVAILABLE;
            case MongoException mongo -> isTransientCause(mongo);
            default -> false;
        };
    }

    /**
     * Decides by the exception's type, by the driver's error labels, or by the server's error code, inside and outside
     * of transactions.
     */
    private static boolean isTransientCause(MongoException failure) {
        return switch (failure) {
            case MongoSocketException _,
                    MongoTimeoutException _,
                    MongoExecutionTimeoutException _,
                    MongoNotPrimaryException _,
                    MongoNodeIsRecoveringException _,
                    MongoServerUnavailableException _,
                    MongoConnectionPoolClearedException _,
                    MongoCursorNotFoundException _,
                    MongoInterruptedException _,
                    MongoStalePrimaryException _,
                    MongoSecurityException _,
                    MongoWriteConcernException _ -> true;
            case MongoBulkWriteException bulk
            when !bulk.getWriteErrors().isEmpty() ->
                labelled(bulk) || bulk.getWriteErrors().stream().allMatch(error -> CODES.contains(error.getCode()));
            case MongoBulkWriteException bulk -> labelled(bulk) || bulk.getWriteConcernError() != null;
            default -> labelled(failure) || CODES.contains(failure.getCode());
        };
    }

    private static boolean labelled(MongoException failure) {
        return LABELS.stream().anyMatch(failure::hasErrorLabel);
    }

    /** Thrown by a listener so that the same records are delivered again. */
    public static final class RetryableFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        public RetryableFailure(Throwable cause) {
            super("the cause may be transient", cause);
        }
    }
}
