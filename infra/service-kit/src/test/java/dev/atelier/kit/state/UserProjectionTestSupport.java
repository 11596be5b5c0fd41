package dev.atelier.kit.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Base class for tests of a service that projects users. */
@RealMongo
@RealKafka
@TrustTestTokens
@AutoConfigureRestTestClient
@SpringBootTest(
        classes = UserProjectionApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=states-test", "atelier.access.projection=false"})
abstract class UserProjectionTestSupport {
    @Autowired
    StateProjection<UserState> users;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    RestTestClient http;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionRunner transactions;

    final UserId lea = new UserId(UUID.randomUUID());

    @BeforeEach
    void nothingGoesWrong() {
        UserStateChangeRecorder.FIRST.set(UserStateChangeRecorder.NOTHING);
    }

    void publish(UserState state) {
        transactions.run(() -> outbox.append(state));
    }

    void awaitVersion(UserId user, long version) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(users.find(user.toString()))
                        .map(UserState::version)
                        .contains(version));
    }

    /** Returns the dead letter of Lea's state. */
    @Nullable Document letter() {
        return mongo.getCollection("deadLetters")
                .find(new Document("key", lea.toString()))
                .first();
    }

    Document awaitLetter() {
        return await().atMost(Duration.ofSeconds(30)).until(this::letter, found -> found != null);
    }

    List<String> changes(UserId user) {
        return mongo.getCollection("changes")
                .find(new Document("key", user.toString()))
                .map(one -> one.getString("change"))
                .into(new ArrayList<>());
    }

    static UserState user(UserId user, String locale, long version) {
        return new UserState(
                user, "A", "B", "a@example.org", true, false, locale, "Europe/Paris", null, null, null, false, version);
    }

    static UserState ended(UserId user, long version) {
        return new UserState(user, null, null, null, true, false, null, null, null, null, null, true, version);
    }
}
