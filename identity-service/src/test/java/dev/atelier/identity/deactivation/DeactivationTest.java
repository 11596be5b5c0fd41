package dev.atelier.identity.deactivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.events.IdentityEvent.UserDeactivated;
import dev.atelier.events.IdentityEvent.UserReactivated;
import dev.atelier.events.RevocationState;
import dev.atelier.events.UserState;
import dev.atelier.identity.IdentityClient;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.TestUserFactory.TestUser;
import dev.atelier.identity.TopicReader;
import dev.atelier.identity.keycloak.KeycloakUserDirectory;
import dev.atelier.testkit.RealBackingServices;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class DeactivationTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @LocalServerPort
    int port;

    @Autowired
    KeycloakUserDirectory keycloak;

    @Test
    void aDeactivatedPersonIsOutEverywhereAndMayComeBack() {
        var lea = TestUserFactory.register("Lea", "Martin");
        var operator = TestUserFactory.operator();
        var desk = operator.at(port);
        var found = find(desk, lea);
        assertThat(found).isEqualTo(lea.id().toString());
        var otherDevice = lea.onAnotherDevice();
        var before = Instant.now();

        var shut = desk.post(deactivationOf(lea));

        assertThat(shut.status()).isEqualTo(200);
        assertThat(shut.body().path("deactivated").asBoolean()).isTrue();
        awaitSignIn(desk, lea, "DISABLED");
        assertThatThrownBy(lea::refresh).isInstanceOf(SignInFailed.class);
        assertThatThrownBy(lea::signInAgain).isInstanceOf(SignInFailed.class);
        try (var revocations = TopicReader.on("identity.revocations");
                var users = TopicReader.on("identity.users");
                var events = TopicReader.on("identity.events")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(revocations.all(RevocationState.class, lea.id()))
                            .hasSizeGreaterThanOrEqualTo(2)
                            .allSatisfy(revocation -> {
                                assertThat(revocation.issuedBefore()).isAfterOrEqualTo(before.minusMillis(1));
                                assertThat(revocation.expires())
                                        .isEqualTo(revocation.issuedBefore().plus(Duration.ofMinutes(5)));
                            })
                            .isSortedAccordingTo(Comparator.comparing(RevocationState::version)));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(users.all(UserState.class, lea.id()))
                            .last()
                            .extracting(UserState::deactivated)
                            .isEqualTo(true));

            desk.post(deactivationOf(lea));
            var opened = desk.post(reactivationOf(lea));
            desk.post(reactivationOf(lea));

            assertThat(opened.body().path("deactivated").asBoolean()).isFalse();
            awaitSignIn(desk, lea, "ENABLED");
            assertThat(lea.signInAgain().accessToken()).isNotBlank();
            assertThatThrownBy(otherDevice::refresh)
                    .as("a session that began before the deactivation")
                    .isInstanceOf(SignInFailed.class);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(events.all(UserReactivated.class, lea.id()))
                            .containsExactly(new UserReactivated(lea.id(), operator.id())));
            assertThat(events.all(UserDeactivated.class, lea.id()))
                    .containsExactly(new UserDeactivated(lea.id(), operator.id()));
        }
    }

    @Test
    void whoIsOpenedInKeycloaksConsoleAloneIsShutAgain() {
        var noah = TestUserFactory.register("Noah", "Weber");
        var desk = TestUserFactory.operator().at(port);
        find(desk, noah);
        desk.post(deactivationOf(noah));
        awaitSignIn(desk, noah, "DISABLED");

        keycloak.enable(noah.id());

        await().atMost(LIMIT)
                .until(() -> !keycloak.find(noah.id()).orElseThrow().enabled());
    }

    @Test
    void aDeactivationWhileKeycloakIsAwayHoldsAtOnceAndReachesItLater() {
        var lea = TestUserFactory.register("Lea", "Martin");
        var desk = TestUserFactory.operator().at(port);
        find(desk, lea);
        var noah = TestUserFactory.register("Noah", "Weber");
        noah.at(port).get("/api/me");
        RealBackingServices.keycloak().stop();
        try {
            var shut = desk.post(deactivationOf(lea));

            assertThat(shut.status()).isEqualTo(200);
            assertThat(shut.text("signInState")).isEqualTo("DISABLING");
            try (var revocations = TopicReader.on("identity.revocations")) {
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(revocations.all(RevocationState.class, lea.id()))
                                .as("voided at once, and again with each attempt")
                                .hasSizeGreaterThanOrEqualTo(2));
            }
            assertNamesWaitAndPreferencesDoNot(noah.at(port));
        } finally {
            RealBackingServices.keycloak().restart();
        }
        awaitSignIn(desk, lea, "DISABLED");
        assertThat(keycloak.find(lea.id()).orElseThrow().enabled()).isFalse();
        assertThatThrownBy(lea::signInAgain).isInstanceOf(SignInFailed.class);
        find(desk, TestUserFactory.register("Noor", "Haddad"));
    }

    private static void assertNamesWaitAndPreferencesDoNot(IdentityClient noah) {
        var me = noah.get("/api/me");
        assertThat(me.status()).isEqualTo(200);
        var named = noah.patch("/api/me", me.eTag(), "{\"firstName\": \"Noé\"}");
        assertThat(named.status()).isEqualTo(503);
        assertThat(named.problem()).isEqualTo("directory-unavailable");
        var preferred = noah.patch("/api/me", me.eTag(), "{\"locale\": \"fr\"}");
        assertThat(preferred.status()).isEqualTo(200);
        assertThat(preferred.text("firstName")).isEqualTo("Noah");
    }

    /** Waits until the service knows the person, and returns their id. */
    private static String find(IdentityClient desk, TestUser who) {
        await().atMost(LIMIT).until(() -> lookUp(desk, who).size() == 1);
        return lookUp(desk, who).path(0).path("id").asString();
    }

    private static void awaitSignIn(IdentityClient desk, TestUser who, String signIn) {
        await().atMost(LIMIT)
                .until(() ->
                        lookUp(desk, who).path(0).path("signInState").asString().equals(signIn));
    }

    private static JsonNode lookUp(IdentityClient desk, TestUser who) {
        var address = who.person().email().toUpperCase(Locale.ROOT);
        return desk.get("/api/operator/users?email=" + address).body().path("items");
    }

    private static String deactivationOf(TestUser who) {
        return "/api/operator/users/" + who.id() + "/deactivate";
    }

    private static String reactivationOf(TestUser who) {
        return "/api/operator/users/" + who.id() + "/reactivate";
    }
}
