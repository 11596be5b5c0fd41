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
        assertThat(one.acquire("relay", LONG)).isPresent();
        assertThat(other.acquire("relay", LONG)).isEmpty();
        assertThat(other.acquire("sweep", LONG)).isPresent();
    }

    @Test
    void renewingKeepsTheToken() {
        var first = one.acquire("relay", LONG).orElseThrow();
        var renewed = one.acquire("relay", LONG).orElseThrow();

        assertThat(renewed.token()).isEqualTo(first.token());
        assertThat(renewed.deadlineNanos()).isGreaterThan(first.deadlineNanos());
    }

    @Test
    void aReleasedLeaseIsFreeAtOnceAndItsTokenGrows() {
        var first = one.acquire("relay", LONG).orElseThrow();
        one.release(first);

        assertThat(other.acquire("relay", LONG).orElseThrow().token()).isGreaterThan(first.token());
    }

    @Test
    void anyInstanceSeesWhetherOneIsHeld() {
        assertThat(other.isHeld("relay")).isFalse();
        var grantedLease = one.acquire("relay", LONG).orElseThrow();
        assertThat(other.isHeld("relay")).isTrue();
        one.release(grantedLease);
        assertThat(other.isHeld("relay")).isFalse();
    }

    @Test
    void anExpiredLeaseIsFree() {
        var first = one.acquire("relay", Duration.ofMillis(50)).orElseThrow();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> other.acquire("relay", LONG).isPresent());
        assertThat(first.isValidFor(Duration.ZERO)).isFalse();
        assertThat(one.acquire("relay", LONG)).isEmpty();
    }
}
