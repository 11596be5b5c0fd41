package dev.atelier.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import dev.atelier.kit.problem.NotFound;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

class TransientFailureClassifierTest {
    private static final ServerAddress SERVER = new ServerAddress();

    /** The driver's exceptions that are transient, whatever their code. */
    private static final Set<String> PASS = Set.of(
            "MongoConnectionPoolClearedException",
            "MongoCursorNotFoundException",
            "MongoExecutionTimeoutException",
            "MongoInterruptedException",
            "MongoNodeIsRecoveringException",
            "MongoNotPrimaryException",
            "MongoOperationTimeoutException",
            "MongoSecurityException",
            "MongoServerUnavailableException",
            "MongoSocketClosedException",
            "MongoSocketException",
            "MongoSocketOpenException",
            "MongoSocketReadException",
            "MongoSocketReadTimeoutException",
            "MongoSocketWriteException",
            "MongoSocketWriteTimeoutException",
            "MongoStalePrimaryException",
            "MongoTimeoutException",
            "MongoWriteConcernException");

    /** Exceptions that are classified by their labels and codes; without those they are not transient. */
    private static final Set<String> BY_CODE = Set.of(
            "ClientBulkWriteException",
            "DuplicateKeyException",
            "MongoBulkWriteException",
            "MongoChangeStreamException",
            "MongoClientException",
            "MongoCommandException",
            "MongoConfigurationException",
            "MongoException",
            "MongoGridFSException",
            "MongoIncompatibleDriverException",
            "MongoInternalException",
            "MongoQueryException",
            "MongoUpdatedEncryptedFieldsException",
            "MongoWriteException",
            "WriteConcernException");

    static Stream<Throwable> passing() {
        return Stream.concat(
                Stream.of(
                        new MongoNotPrimaryException(answer(10107), SERVER),
                        new MongoNodeIsRecoveringException(answer(11600), SERVER),
                        new MongoSocketReadException("cut", SERVER),
                        new MongoTimeoutException("no server"),
                        new MongoExecutionTimeoutException(50, "slow"),
                        new MongoCursorNotFoundException(1, answer(43), SERVER),
                        new MongoInterruptedException("stopped", new InterruptedException()),
                        labelled("TransientTransactionError"),
                        labelled("UnknownTransactionCommitResult"),
                        labelled("RetryableWriteError"),
                        bulk(List.of(), new WriteConcernError(64, "WriteConcernTimeout", "slow", new BsonDocument())),
                        bulk(List.of(new BulkWriteError(112, "conflict", new BsonDocument(), 0)), null),
                        new QueryTimeoutException("slow"),
                        new OptimisticLockingFailureException("changed"),
                        new DataAccessResourceFailureException("away"),
                        new CannotCreateTransactionException("away"),
                        new TransactionTimedOutException("slow"),
                        new TimeoutException("Kafka's"),
                        new InterruptException("Kafka's"),
                        new IOException("cut"),
                        new OutOfMemoryError("as if")),
                IntStream.of(
                                6, 7, 24, 43, 46, 50, 64, 89, 91, 112, 133, 134, 175, 189, 202, 225, 237, 239, 246, 251,
                                262, 267, 282, 290, 317, 365, 462, 9001, 10058, 10107, 11600, 11601, 11602, 13435,
                                13436)
                        .mapToObj(TransientFailureClassifierTest::command));
    }

    static Stream<Throwable> lasting() {
        return Stream.concat(
                Stream.of(
                        new MongoException("unknown"),
                        bulk(List.of(new BulkWriteError(11000, "twice", new BsonDocument(), 0)), null),
                        bulk(
                                List.of(
                                        new BulkWriteError(112, "conflict", new BsonDocument(), 0),
                                        new BulkWriteError(11000, "twice", new BsonDocument(), 1)),
                                null),
                        new DuplicateKeyException("twice"),
                        new DataIntegrityViolationException("wrong"),
                        new RecordTooLargeException("large"),
                        new NotFound(),
                        new StackOverflowError(),
                        new IllegalStateException("a mistake"),
                        new AssertionError("a mistake")),
                IntStream.of(2, 9, 13, 20, 121, 10334, 11000).mapToObj(TransientFailureClassifierTest::command));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatMayPassIsTriedAgainHoweverItIsWrapped(Throwable cause) {
        assertThat(TransientFailureClassifier.isTransient(cause)).isTrue();
        assertThat(TransientFailureClassifier.isTransient(
                        new UncategorizedMongoDbException("as Spring says it", cause)))
                .isTrue();
        assertThat(TransientFailureClassifier.isTransient(
                        new IllegalStateException(new TransactionSystemException("commit", cause))))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatCanNeverWorkIsNot(Throwable cause) {
        assertThat(TransientFailureClassifier.isTransient(cause)).isFalse();
        assertThat(TransientFailureClassifier.isTransient(
                        new UncategorizedMongoDbException("as Spring says it", cause)))
                .isFalse();
    }

    @Test
    void everyKindOfTheDriversExceptionsHasBeenJudged() throws Exception {
        var kinds = new TreeSet<String>();
        for (var file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:com/mongodb/*Exception.class")) {
            var name = String.valueOf(file.getFilename()).replace(".class", "");
            var type = Class.forName("com.mongodb." + name);
            if (MongoException.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                kinds.add(name);
            }
        }
        var judged = new TreeSet<>(PASS);
        judged.addAll(BY_CODE);
        assertThat(kinds).isEqualTo(judged);
    }

    private static MongoException labelled(String label) {
        var failure = new MongoException("labelled");
        failure.addLabel(label);
        return failure;
    }

    private static MongoException command(int code) {
        return new MongoCommandException(answer(code), SERVER);
    }

    private static MongoException bulk(List<BulkWriteError> errors, @Nullable WriteConcernError concern) {
        return new MongoBulkWriteException(
                BulkWriteResult.acknowledged(0, 0, 0, 0, List.of(), List.of()), errors, concern, SERVER, Set.of());
    }

    private static BsonDocument answer(int code) {
        return new BsonDocument("ok", new BsonInt32(0))
                .append("code", new BsonInt32(code))
                .append("errmsg", new BsonString("of a test"));
    }
}
