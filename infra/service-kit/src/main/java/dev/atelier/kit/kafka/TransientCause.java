package dev.atelier.kit.kafka;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.io.IOException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells failures that may pass (the database is away, another transaction won) from input that can never work. */
public final class TransientCause {
    private TransientCause() {}

    public static boolean of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (mayPass(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayPass(Throwable cause) {
        return switch (cause) {
            case TransientDataAccessException _,
                    DataAccessResourceFailureException _,
                    RecoverableDataAccessException _,
                    CannotCreateTransactionException _,
                    MongoSocketException _,
                    MongoTimeoutException _,
                    RetriableException _,
                    IOException _,
                    InterruptedException _ -> true;
            case Refusal refusal -> refusal.reason() == Reason.UNAVAILABLE;
            case MongoException mongo ->
                mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                        || mongo.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)
                        || mongo.hasErrorLabel("RetryableWriteError");
            default -> false;
        };
    }

    /** Thrown by a listener so that the same records come again. */
    public static final class TryAgain extends RuntimeException {
        private static final long serialVersionUID = 1;

        public TryAgain(Throwable cause) {
            super("a cause that may pass", cause);
        }
    }
}
