package dev.atelier.identity.securitylog.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.securitylog.SecurityLogClient;
import dev.atelier.testkit.RealBackingServices;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@ServiceTest
class KeycloakAuditPollerTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String CURSORS = "securityLogCursors";

    @LocalServerPort
    int port;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MeterRegistry meters;

    @Test
    void readingEverythingOnceMoreChangesNothing() {
        var lea = TestUserFactory.register("Lea", "Martin");
        var securityLogClient = new SecurityLogClient(TestUserFactory.operator().at(port));
        await().atMost(LIMIT)
                .until(() -> !securityLogClient
                        .find("kind=SIGN_IN&userId=" + lea.id())
                        .isEmpty());
        var before = securityLogClient.find("userId=" + lea.id());

        mongo.remove(new Query(), CURSORS);
        await().atMost(LIMIT).until(() -> mongo.getCollection(CURSORS).countDocuments() == 2);
        lea.signInAgain();
        await().atMost(LIMIT)
                .until(() -> securityLogClient.find("userId=" + lea.id()).size() > before.size());

        assertThat(securityLogClient.find("userId=" + lea.id()))
                .hasSize(before.size() + 1)
                .containsAll(before);
        assertThat(securityLogClient.verification().path("intact").asBoolean()).isTrue();
    }

    @Test
    void whereKeycloakMayHaveDroppedEventsTheLogSaysSoAndTheMeterCounts() {
        var securityLogClient = new SecurityLogClient(TestUserFactory.operator().at(port));
        var began = Instant.now().minusMillis(1);
        var aMonthAgo = Instant.now().minus(Duration.ofDays(30));

        await().atMost(LIMIT).untilAsserted(() -> {
            mongo.updateMulti(new Query(), Update.update("looked", aMonthAgo), CURSORS);
            assertThat(SecurityLogClient.texts(securityLogClient.find("kind=GAP&from=" + began), "detail"))
                    .contains("SIGN_INS", "ADMINISTRATION");
        });
        assertThat(meters.get("atelier.securitylog.missed").counters())
                .hasSize(2)
                .allMatch(missed -> missed.count() >= 1);
    }

    @Test
    void whatHappensWhileWeCannotAskIsNotedLater() {
        var noah = TestUserFactory.register("Noah", "Weber");
        RealBackingServices.keycloak().stop();
        RealBackingServices.keycloak().restart();
        noah.signInAgain();
        var securityLogClient = new SecurityLogClient(TestUserFactory.operator().at(port));

        await().atMost(LIMIT)
                .until(() -> securityLogClient
                                .find("kind=SIGN_IN&outcome=DONE&userId=" + noah.id())
                                .size()
                        == 2);
    }
}
