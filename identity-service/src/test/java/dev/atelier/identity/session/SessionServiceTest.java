package dev.atelier.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.events.RevocationState;
import dev.atelier.identity.IdentityClient.TestResponse;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.TestUserFactory.TestUser;
import dev.atelier.identity.TopicReader;
import dev.atelier.identity.account.DirectoryUnavailable;
import dev.atelier.testkit.RealBackingServices;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class SessionServiceTest {
    private static final String SESSIONS = "/api/me/sessions";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @LocalServerPort
    int port;

    @Autowired
    SessionDirectory signIns;

    @Autowired
    SessionTerminationRepository endings;

    @Test
    void aPersonSeesWhereTheyAreSignedInTheCurrentSessionFirst() {
        var laptop = TestUserFactory.register("Lea", "Martin");
        var phone = laptop.onAnotherDevice();
        TestUserFactory.register("Noah", "Weber");

        var seen = laptop.at(port).get(SESSIONS);

        assertThat(seen.status()).isEqualTo(200);
        assertThat(ids(seen)).containsExactly(laptop.session(), phone.session());
        var current = seen.body().path("items").path(0);
        assertThat(current.path("current").asBoolean()).isTrue();
        assertThat(seen.body().path("items").path(1).path("current").asBoolean())
                .isFalse();
        assertThat(current.path("network").asString()).isEqualTo("127.0.0.0/24");
        assertThat(current.path("device").path("mobile").isBoolean()).isTrue();
        assertThat(current.path("clients").path(0).asString()).isEqualTo("atelier-command-line");
        assertThat(time(current, "startedAt")).isBetween(Instant.now().minusSeconds(300), Instant.now());
        assertThat(time(current, "lastUsedAt")).isAfterOrEqualTo(time(current, "startedAt"));
        assertThat(Duration.between(time(current, "lastUsedAt"), time(current, "idleExpiresAt")))
                .as("the limit of the realm")
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(Duration.between(time(current, "startedAt"), time(current, "expiresAt")))
                .isEqualTo(Duration.ofHours(10));
        assertThat(seen.body().toString()).doesNotContain("127.0.0.1");
    }

    @Test
    void oneSessionEndsAndTheOthersGoOn() {
        var laptop = TestUserFactory.register("Lea", "Martin");
        var phone = laptop.onAnotherDevice();
        var me = laptop.at(port);

        assertThat(me.delete(SESSIONS + "/" + phone.session()).status()).isEqualTo(204);

        assertVoid(phone.session());
        assertOut(phone);
        assertThat(ids(me.get(SESSIONS))).containsExactly(laptop.session());
        assertThat(laptop.refresh().accessToken()).isNotBlank();
        assertThat(me.delete(SESSIONS + "/" + phone.session()).status())
                .as("repeated")
                .isEqualTo(204);
    }

    @Test
    void foreignAndUnknownSessionsAreNotFoundAlikeAndForeignOnesGoOn() {
        var lea = TestUserFactory.register("Lea", "Martin");
        var noah = TestUserFactory.register("Noah", "Weber");
        var me = lea.at(port);

        var foreign = me.delete(SESSIONS + "/" + noah.session());
        var unknown = me.delete(SESSIONS + "/" + UUID.randomUUID());
        noah.at(port).delete(SESSIONS + "/" + noah.session());
        var foreignAndEnded = me.delete(SESSIONS + "/" + noah.session());

        for (var testResponse : List.of(foreign, unknown, foreignAndEnded)) {
            assertThat(testResponse.status()).isEqualTo(404);
            assertThat(testResponse.problem()).isEqualTo("not-found");
        }
        assertThat(foreign.text("detail")).isEqualTo(unknown.text("detail"));
        assertThat(lea.refresh().accessToken()).isNotBlank();
    }

    @Test
    void allOthersEnd() {
        var laptop = TestUserFactory.register("Lea", "Martin");
        var phone = laptop.onAnotherDevice();
        var tablet = laptop.onAnotherDevice();

        assertThat(laptop.at(port).delete(SESSIONS + "?except=current").status())
                .isEqualTo(204);

        assertVoid(phone.session());
        assertVoid(tablet.session());
        assertOut(phone);
        assertOut(tablet);
        assertThat(ids(laptop.at(port).get(SESSIONS))).containsExactly(laptop.session());
        assertThat(laptop.refresh().accessToken()).isNotBlank();
    }

    @Test
    void allEndAndThePersonMaySignInAgain() {
        var laptop = TestUserFactory.register("Lea", "Martin");
        var phone = laptop.onAnotherDevice();

        assertThat(laptop.at(port).delete(SESSIONS).status()).isEqualTo(204);

        assertVoid(laptop.id());
        assertOut(laptop);
        assertOut(phone);
        var again = laptop.onAnotherDevice();
        assertThat(ids(again.at(port).get(SESSIONS))).containsExactly(again.session());
        assertThat(again.refresh().accessToken()).isNotBlank();
    }

    @Test
    void whoSignsOutAtKeycloakHasNoMoreTokensOfThatSession() {
        var laptop = TestUserFactory.register("Lea", "Martin");
        var phone = laptop.onAnotherDevice();

        TestUserFactory.pages().signOut(laptop.tokens());

        assertVoid(laptop.session());
        assertThat(phone.refresh().accessToken()).isNotBlank();
        assertThat(ids(phone.at(port).get(SESSIONS))).containsExactly(phone.session());
    }

    @Test
    void whatAnAdministratorEndsAtKeycloakIsVoidToo() throws Exception {
        var lea = TestUserFactory.register("Lea", "Martin");
        var noah = TestUserFactory.register("Noah", "Weber");

        administrator("DELETE", "/sessions/" + lea.session());
        administrator("POST", "/users/" + noah.id() + "/logout");

        assertVoid(lea.session());
        assertVoid(noah.id());
    }

    @Test
    void nothingButTheCurrentOneCanBeExcepted() {
        var lea = TestUserFactory.register("Lea", "Martin");

        var refused = lea.at(port).delete(SESSIONS + "?except=newest");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("except");
        assertThat(lea.refresh().accessToken()).isNotBlank();
    }

    @Test
    void whileKeycloakIsAwayOnesOwnAndAllEndAtOnceAndItHearsLater() {
        var lea = TestUserFactory.register("Lea", "Martin");
        var phone = lea.onAnotherDevice();
        var noah = TestUserFactory.register("Noah", "Weber");
        var tablet = noah.onAnotherDevice();
        assertThat(ids(lea.at(port).get(SESSIONS))).hasSize(2);
        RealBackingServices.keycloak().stop();
        try {
            assertUnavailable(lea.at(port).get(SESSIONS));
            assertUnavailable(lea.at(port).delete(SESSIONS + "/" + phone.session()));
            assertUnavailable(lea.at(port).delete(SESSIONS + "?except=current"));

            assertThat(lea.at(port).delete(SESSIONS + "/" + lea.session()).status())
                    .isEqualTo(204);
            assertThat(noah.at(port).delete(SESSIONS).status()).isEqualTo(204);

            assertVoid(lea.session());
            assertVoid(noah.id());
        } finally {
            RealBackingServices.keycloak().restart();
        }
        await("Keycloak has heard")
                .atMost(LIMIT)
                .ignoreExceptionsInstanceOf(DirectoryUnavailable.class)
                .untilAsserted(() -> {
                    assertThat(signIns.of(lea.id()))
                            .extracting(DirectorySession::id)
                            .containsExactly(phone.session());
                    assertThat(signIns.of(noah.id())).isEmpty();
                    assertThat(endings.findById(lea.session()).orElseThrow().open())
                            .isFalse();
                });
        assertThat(ids(phone.at(port).get(SESSIONS))).containsExactly(phone.session());
        assertOut(lea);
        assertThat(phone.refresh().accessToken()).isNotBlank();
        assertOut(tablet);
        assertOut(noah);
    }

    /** Sends the request of Keycloak's own console. */
    private static void administrator(String method, String path) throws Exception {
        var realm = RealBackingServices.keycloak().issuerUri().replace("/realms/", "/admin/realms/");
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(realm + path))
                            .header("Authorization", "Bearer " + TestUserFactory.service("identity-service"))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(204);
        }
    }

    private static void assertUnavailable(TestResponse testResponse) {
        assertThat(testResponse.status()).isEqualTo(503);
        assertThat(testResponse.problem()).isEqualTo("directory-unavailable");
    }

    /** Checks that Keycloak issues no more tokens for the session. */
    private static void assertOut(TestUser device) {
        assertThatThrownBy(device::refresh).isInstanceOf(SignInFailed.class);
    }

    private static void assertVoid(Object holder) {
        try (var revocations = TopicReader.on("identity.revocations")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(revocations.all(RevocationState.class, holder))
                            .isNotEmpty());
        }
    }

    private static List<String> ids(TestResponse page) {
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .map(session -> session.path("id").asString())
                .toList();
    }

    private static Instant time(JsonNode session, String field) {
        return Instant.parse(session.path(field).asString());
    }
}
