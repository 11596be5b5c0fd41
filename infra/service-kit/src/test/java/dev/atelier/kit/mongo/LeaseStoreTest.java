package dev.atelier.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.atelier.testkit.RealBackingServices;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class LeaseStoreTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final MongoClient client =
            MongoClients.create(RealBackingServices.mongo().uri("leases"));
    private final MongoTemplate mongo = new MongoTemplate(client, "leases");
    private final LeaseStore one = new LeaseStore(mongo, "one");
    private final LeaseStore other = new LeaseStore(mongo, "other");

    @AfterEach
    void tidy() {
        mongo.getDb().drop();
        client.close();
    }

    @Test
    void aLeaseIsHeldByOneInstance() {
        assertThat(one.take("relay", LONG)).isPresent();
        assertThat(other.take("relay", LONG)).isEmpty();
        assertThat(other.take("sweep", LONG)).isPresent();
    }

    @Test
    void renewingKeepsTheToken() {
        var first = one.take("relay", LONG).orElseThrow();
        var renewed = one.take("relay", LONG).orElseThrow();

        assertThat(renewed.token()).isEqualTo(first.token());
        assertThat(renewed.deadlineNanos()).isGreaterThan(first.deadlineNanos());
    }

    @Test
    void aReleasedLeaseIsFreeAtOnceAndItsTokenGrows() {
        var first = one.take("relay", LONG).orElseThrow();
        one.release(first);

        assertThat(other.take("relay", LONG).orElseThrow().token()).isGreaterThan(first.token());
    }

    @Test
    void anyInstanceSeesWhetherOneIsHeld() {
        assertThat(other.held("relay")).isFalse();
        var grantedLease = one.take("relay", LONG).orElseThrow();
        assertThat(other.held("relay")).isTrue();
        one.release(grantedLease);
        assertThat(other.held("relay")).isFalse();
    }

    @Test
    void anExpiredLeaseIsFree() {
        var first = one.take("relay", Duration.ofMillis(50)).orElseThrow();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> other.take("relay", LONG).isPresent());
        assertThat(first.lastsFor(Duration.ZERO)).isFalse();
        assertThat(one.take("relay", LONG)).isEmpty();
    }
}
