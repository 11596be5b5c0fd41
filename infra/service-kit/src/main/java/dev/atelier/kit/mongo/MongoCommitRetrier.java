package dev.atelier.kit.mongo;

import com.mongodb.MongoException;
import com.mongodb.TransactionOptions;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoTransactionManager;

/**
 * Retries a commit whose outcome is unknown. Retrying the commit is safe; running the work again is not, because the
 * transaction may have been committed. Source: MongoDB's transactions specification, UnknownTransactionCommitResult.
 */
final class MongoCommitRetrier extends MongoTransactionManager {
    private static final long serialVersionUID = 1;
    private static final int TRIES = 5;

    MongoCommitRetrier(MongoDatabaseFactory databases, TransactionOptions options) {
        super(databases, options);
    }

    @Override
    protected void doCommit(MongoTransactionObject transaction) throws Exception {
        for (int tries = 1; true; tries++) {
            try {
                super.doCommit(transaction);
                return;
            } catch (MongoException e) {
                if (tries == TRIES || !e.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)) {
                    throw e;
                }
            }
        }
    }
}
