package dev.atelier.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.atelier.testkit.RealBackingServices;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

class LimitGuardTest {
    private static final int LIMIT = 5;
    private static final int TRIES = 12;

    private final MongoClient client =
            MongoClients.create(RealBackingServices.mongo().uri("guards"));
    private final SimpleMongoClientDatabaseFactory databases = new SimpleMongoClientDatabaseFactory(client, "guards");
    private final MongoTemplate mongo = new MongoTemplate(databases);
    private final TransactionRunner transactionRunner = new TransactionRunner(new MongoTransactionManager(databases));
    private final LimitGuard guard = new LimitGuard(mongo);

    @BeforeEach
    void indexes() {
        guard.createIndexes();
        mongo.createCollection("things");
    }

    @AfterEach
    void tidy() {
        mongo.getDb().drop();
        client.close();
    }

    @Test
    void aLimitIsReachedAndNotExceededByThoseWhoAddAtTheSameMoment() throws Exception {
        var all = new CyclicBarrier(TRIES);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var added = IntStream.range(0, TRIES)
                    .mapToObj(n -> threads.submit(() -> {
                        all.await();
                        return transactionRunner.call(this::add);
                    }))
                    .toList();
            int passed = 0;
            for (var one : added) {
                passed += one.get() ? 1 : 0;
            }
            assertThat(passed).isEqualTo(LIMIT);
        }
        assertThat(mongo.getCollection("things").countDocuments()).isEqualTo(LIMIT);
    }

    @Test
    void aGuardIsWrittenTogetherWithWhatItGuards() {
        assertThatIllegalStateException().isThrownBy(() -> guard.write("things", "shelf"));
    }

    @Test
    void aGuardTellsNobodyWhoseItIs() {
        transactionRunner.run(() -> guard.write("things", "noah@example.org"));

        var stored = Objects.requireNonNull(
                mongo.getCollection("limit_guards").find().first());
        assertThat(stored.toJson()).doesNotContain("noah");
    }

    private boolean add() {
        guard.write("things", "shelf");
        if (mongo.count(new org.springframework.data.mongodb.core.query.Query(), "things") >= LIMIT) {
            return false;
        }
        mongo.insert(new Document("thing", true), "things");
        return true;
    }
}
