package dev.atelier.backing.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import dev.atelier.backing.BackingService.ServiceOrigin;
import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.LocalPorts;
import dev.atelier.backing.PortInUse;
import java.net.URI;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoDbTest {
    @TempDir
    Path folder;

    @Test
    void takesTransactionsAndKeepsItsDataWhenKilled() {
        try (var mongo = MongoDb.start(BackingServiceOptions.in(folder))) {
            insertInTransaction(mongo, "before");
            var first = mongo.pid().orElseThrow();

            mongo.kill();
            assertThat(mongo.alive()).isFalse();
            mongo.restart();

            assertThat(mongo.pid().orElseThrow()).isNotEqualTo(first);
            assertThat(count(mongo)).isOne();
        }
    }

    @Test
    void itsDataCanMoveToAnotherPort() {
        try (var mongo = MongoDb.start(BackingServiceOptions.in(folder))) {
            insertInTransaction(mongo, "before");
        }
        try (var mongo = MongoDb.start(BackingServiceOptions.in(folder).withPort(LocalPorts.free()))) {
            assertThat(count(mongo)).isOne();
        }
    }

    @Test
    void leavesNoProcessWhenStopped() {
        var mongo = MongoDb.start(BackingServiceOptions.in(folder));
        var pid = mongo.pid().orElseThrow();

        mongo.stop();

        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void givesUpLockedDocumentsOfDeadClientsSoon() {
        try (var mongo = MongoDb.start(BackingServiceOptions.in(folder));
                var client = MongoClients.create(mongo.uri())) {
            var answer = client.getDatabase("admin")
                    .runCommand(new Document("getParameter", 1).append("transactionLifetimeLimitSeconds", 1));

            assertThat(answer.get("transactionLifetimeLimitSeconds")).hasToString("3");
        }
    }

    @Test
    void aGivenAddressComesFirstAndIsNotStopped() {
        try (var mongo = MongoDb.start(BackingServiceOptions.in(folder.resolve("given")))) {
            var given = MongoDb.start(
                    BackingServiceOptions.in(folder.resolve("unused")).at(mongo.uri()));

            assertThat(given.source()).isEqualTo(ServiceOrigin.GIVEN);
            given.stop();
            assertThat(count(mongo)).isZero();
        }
    }

    @Test
    void aGivenAddressWhereNobodyAnswersIsRefused() {
        var nobody = "mongodb://127.0.0.1:" + LocalPorts.free() + "/?replicaSet=rs0";

        assertThatThrownBy(() -> MongoDb.start(BackingServiceOptions.in(folder).at(nobody)))
                .isInstanceOf(BackingServiceFailed.class)
                .hasMessageContaining("No MongoDB replica set with a primary answers");
    }

    @Test
    void aPortInUseIsAnError() {
        try (var mongo = MongoDb.start(BackingServiceOptions.in(folder.resolve("one")))) {
            var taken = BackingServiceOptions.in(folder.resolve("two"))
                    .withPort(URI.create(mongo.uri()).getPort());

            assertThatThrownBy(() -> MongoDb.start(taken)).isInstanceOf(PortInUse.class);
        }
    }

    private static void insertInTransaction(MongoDb mongo, String value) {
        try (var client = MongoClients.create(mongo.uri());
                var session = client.startSession()) {
            client.getDatabase("house").createCollection("things");
            session.withTransaction(() -> client.getDatabase("house")
                    .getCollection("things")
                    .insertOne(session, new Document("value", value)));
        }
    }

    private static long count(MongoDb mongo) {
        try (var client = MongoClients.create(mongo.uri())) {
            return client.getDatabase("house").getCollection("things").countDocuments();
        }
    }
}
