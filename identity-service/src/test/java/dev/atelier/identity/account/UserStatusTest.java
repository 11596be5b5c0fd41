package dev.atelier.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.IdentityEvent.StatusChanged;
import dev.atelier.events.UserState;
import dev.atelier.events.UserStatus;
import dev.atelier.identity.IdentityClient;
import dev.atelier.identity.IdentityClient.TestResponse;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.TestUserFactory.TestUser;
import dev.atelier.identity.TopicReader;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class UserStatusTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static TestUser known;

    @LocalServerPort
    int port;

    IdentityClient operator;
    TestUser lea;

    @BeforeEach
    void anOperatorAndLea() {
        if (known == null) {
            known = TestUserFactory.register("Lea", "Martin");
        }
        lea = known;
        lea.at(port).get("/api/me");
        operator = TestUserFactory.operator().at(port);
    }

    @Test
    void theOperatorSetsItAndEverybodyHears() {
        var before = operator.get(path());

        var after = set(before.eTag(), before.text("status").equals("GOLD") ? "SILVER" : "GOLD");

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.eTag()).isNotEqualTo(before.eTag());
        var status = UserStatus.valueOf(after.text("status"));
        assertThat(operator.get(path()).body()).isEqualTo(after.body());
        assertThat(lea.at(port).get("/api/me").text("status")).isEqualTo(status.name());
        try (var users = TopicReader.on("identity.users");
                var events = TopicReader.on("identity.events")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(users.all(UserState.class, lea.id()))
                            .last()
                            .returns(status, UserState::statusOrNone));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(events.all(StatusChanged.class, lea.id()))
                            .extracting(StatusChanged::status)
                            .contains(status));
        }
    }

    @Test
    void theSameAgainChangesNothing() {
        var once = set(operator.get(path()).eTag(), "BRONZE");

        var again = set(once.eTag(), "BRONZE");

        assertThat(again.eTag()).isEqualTo(once.eTag());
    }

    @Test
    void ofTwoAtTheSameMomentOneIsTold() {
        set(operator.get(path()).eTag(), "NONE");
        var eTag = operator.get(path()).eTag();

        var answers = Stream.of("BRONZE", "SILVER", "GOLD")
                .map(status -> CompletableFuture.supplyAsync(() -> set(eTag, status)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers)
                .extracting(TestResponse::status)
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
    }

    @Test
    void nobodyElseMay() {
        assertThat(lea.at(port)
                        .send("PUT", path(), "\"1\"", "{\"status\": \"GOLD\"}")
                        .status())
                .isEqualTo(403);
        assertThat(lea.at(port).get(path()).status()).isEqualTo(403);
        assertThat(lea.at(port)
                        .patch("/api/me", lea.at(port).get("/api/me").eTag(), "{\"status\": \"GOLD\"}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            # body                               | If-Match | status | field
            {}                                   | "1"      | 400    | status
            {"status": null}                     | "1"      | 400    | status
            {"status": "PLATINUM"}               | "1"      | 400    | status
            {"status": "GOLD", "since": "today"} | "1"      | 400    | since
            {"status": "GOLD"}                   | 1        | 400    | If-Match
            {"status": "GOLD"}                   | -        | 428    | -
            {"status": "GOLD"}                   | "999"    | 412    | -
            """)
    void badInputIsRefusedByField(String body, @Nullable String ifMatch, int status, @Nullable String field) {
        var testResponse = operator.send("PUT", path(), ifMatch, body);

        assertThat(testResponse.status()).as(testResponse.body().toString()).isEqualTo(status);
        if (field != null) {
            assertThat(testResponse.body().path("errors").path(0).path("field").asString())
                    .isEqualTo(field);
        }
    }

    @Test
    void whoIsNotKnownIsNotFound() {
        var unknown = "/api/operator/users/0197c0de-0000-7000-8000-000000000000/status";
        assertThat(operator.get(unknown).status()).isEqualTo(404);
        assertThat(operator.send("PUT", unknown, "\"1\"", "{\"status\": \"GOLD\"}")
                        .status())
                .isEqualTo(404);
        assertThat(operator.get("/api/operator/users/7/status").status()).isEqualTo(400);
    }

    private TestResponse set(String eTag, String status) {
        return operator.send("PUT", path(), eTag, "{\"status\": \"" + status + "\"}");
    }

    private String path() {
        return "/api/operator/users/" + lea.id() + "/status";
    }
}
