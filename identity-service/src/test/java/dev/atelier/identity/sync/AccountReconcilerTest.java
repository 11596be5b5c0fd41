package dev.atelier.identity.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@ServiceTest
class AccountReconcilerTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MeterRegistry meters;

    @Test
    void whatWasMissedWhileKeycloakDroppedItsEventsIsMendedByAScan() {
        var lea = TestUserFactory.register("Lea", "Martin");
        var before = lea.at(port).get("/api/me");
        await().atMost(LIMIT).until(() -> nextScan().isAfter(Instant.now()));
        var aMonthAgo = Instant.now().minus(Duration.ofDays(30));
        var changed = mongo.updateFirst(
                query(where("_id").is(lea.id().value())), Update.update("particulars.firstName", "Old"), "accounts");
        assertThat(changed.getModifiedCount()).isOne();

        await().atMost(LIMIT).untilAsserted(() -> {
            mongo.updateMulti(new Query(), Update.update("looked", aMonthAgo), "eventCursors");
            var after = lea.at(port).get("/api/me");
            assertThat(after.text("firstName")).isEqualTo("Lea");
            assertThat(after.eTag()).isNotEqualTo(before.eTag());
        });
        assertThat(meters.get("atelier.keycloak.events.missed").counters())
                .as("the alarm")
                .anyMatch(missed -> missed.count() >= 1);
    }

    private Instant nextScan() {
        var scan = mongo.findById("keycloak", Document.class, "scans");
        return scan == null ? Instant.EPOCH : scan.getDate("due").toInstant();
    }
}
