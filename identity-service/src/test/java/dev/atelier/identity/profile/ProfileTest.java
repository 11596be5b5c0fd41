package dev.atelier.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.IdentityEvent.ProfileChanged;
import dev.atelier.events.UserState;
import dev.atelier.identity.IdentityClient;
import dev.atelier.identity.IdentityClient.TestResponse;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.TestUserFactory.TestUser;
import dev.atelier.identity.TopicReader;
import dev.atelier.identity.keycloak.KeycloakUserDirectory;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class ProfileTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static TestUser lea;

    @LocalServerPort
    int port;

    @Autowired
    KeycloakUserDirectory keycloak;

    IdentityClient client;

    @BeforeEach
    void leaIsThere() {
        if (lea == null) {
            lea = TestUserFactory.register("Lea", "Martin");
        }
        client = lea.at(port);
    }

    @Test
    void newNamesReachKeycloakAndEveryService() {
        var before = client.get("/api/me");

        var after = client.patch("/api/me", before.eTag(), """
                {"firstName": " Léa ", "timeZone": "Europe/Paris", "locale": "FR"}""");

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.text("firstName")).isEqualTo("Léa");
        assertThat(after.text("lastName")).isEqualTo(before.text("lastName"));
        assertThat(after.text("locale")).isEqualTo("fr");
        assertThat(after.text("timeZone")).isEqualTo("Europe/Paris");
        assertThat(version(after)).isEqualTo(version(before) + 1);
        assertThat(client.get("/api/me").body()).isEqualTo(after.body());
        var held = keycloak.find(lea.id()).orElseThrow();
        assertThat(held.particulars().firstName()).isEqualTo("Léa");
        assertThat(held.particulars().email()).isEqualTo(lea.person().email());
        assertThat(held.particulars().emailVerified()).isTrue();
        try (var users = TopicReader.on("identity.users");
                var events = TopicReader.on("identity.events")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(users.all(UserState.class, lea.id()))
                            .anySatisfy(state -> {
                                assertThat(state.version()).isEqualTo(version(after));
                                assertThat(state.displayName()).startsWith("Léa ");
                                assertThat(state.locale()).isEqualTo("fr");
                            }));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(events.all(ProfileChanged.class, lea.id()))
                            .contains(new ProfileChanged(lea.id(), Set.of("firstName", "locale", "timeZone"))));
        }
    }

    @Test
    void aChangeOfNothingIsNoChange() {
        var before = client.get("/api/me");

        var after = client.patch("/api/me", before.eTag(), "{}");

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.eTag()).isEqualTo(before.eTag());
    }

    @Test
    void aChangeOfAnOldVersionIsRefused() {
        var before = client.get("/api/me");
        client.patch("/api/me", before.eTag(), "{\"lastName\": \"Petit\"}");

        var late = client.patch("/api/me", before.eTag(), "{\"lastName\": \"Grand\"}");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.problem()).isEqualTo("stale");
        assertThat(keycloak.find(lea.id()).orElseThrow().particulars().lastName())
                .isEqualTo("Petit");
    }

    @Test
    void ofChangesAtTheSameMomentOneWinsHereAndInKeycloak() {
        var eTag = client.get("/api/me").eTag();

        var answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> client.patch("/api/me", eTag, "{\"lastName\": \"Number" + i + "\"}")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers)
                .extracting(TestResponse::status)
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
        var winner = answers.stream()
                .filter(testResponse -> testResponse.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(keycloak.find(lea.id()).orElseThrow().particulars().lastName())
                .isEqualTo(winner.text("lastName"));
        assertThat(client.get("/api/me").text("lastName")).isEqualTo(winner.text("lastName"));
    }

    @Test
    void whatKeycloakHoldsAheadOfUsIsTakenOver() {
        var before = client.get("/api/me");

        keycloak.rename(lea.id(), "Leonie", "Martin");

        await().atMost(LIMIT).untilAsserted(() -> {
            var after = client.get("/api/me");
            assertThat(after.text("firstName")).isEqualTo("Leonie");
            assertThat(version(after)).isGreaterThan(version(before));
        });
    }

    private static long version(TestResponse testResponse) {
        return Long.parseLong(testResponse.eTag().replace("\"", ""));
    }
}
