package dev.atelier.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.IdentityEvent;
import dev.atelier.events.IdentityEvent.UserActivated;
import dev.atelier.events.IdentityEvent.UserRegistered;
import dev.atelier.events.UserState;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.TestUserFactory.TestUser;
import dev.atelier.identity.TopicReader;
import dev.atelier.identity.TopicReader.ConsumedMessage;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class RegistrationTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    AccountProvisioner provisioning;

    @Autowired
    AccountStore register;

    @Autowired
    TransactionRunner transactions;

    @Test
    void whoRegistersAndVerifiesTheAddressBecomesKnownToEveryService() {
        var lea = TestUserFactory.register("Lea", "Martin");

        try (var users = TopicReader.on("identity.users");
                var events = TopicReader.on("identity.events")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(users.all(UserState.class, lea.id()))
                            .last()
                            .satisfies(state -> {
                                assertThat(state.activated()).isTrue();
                                assertThat(state.displayName()).isEqualTo("Lea Martin");
                                assertThat(state.email()).isEqualTo(lea.person().email());
                                assertThat(state.locale()).isEqualTo("en");
                                assertThat(state.deactivated()).isFalse();
                            }));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(events.heard(IdentityEvent.class, lea.id()))
                            .extracting(ConsumedMessage::message, ConsumedMessage::sequence)
                            .containsExactly(
                                    tuple(new UserRegistered(lea.id()), 1L), tuple(new UserActivated(lea.id()), 2L)));
        }
    }

    @Test
    void theFirstRequestIsAnsweredWhoeverHeardOfThePersonFirst() {
        var noah = TestUserFactory.register("Noah", "Weber");

        var me = noah.at(port).get("/api/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("id")).isEqualTo(noah.id().toString());
        assertThat(me.text("firstName")).isEqualTo("Noah");
        assertThat(me.text("lastName")).isEqualTo("Weber");
        assertThat(me.text("email")).isEqualTo(noah.person().email());
        assertThat(me.body().path("activated").asBoolean()).isTrue();
        assertThat(me.text("locale")).isEqualTo("en");
        assertThat(me.text("timeZone")).isEqualTo("UTC");
        assertThat(me.eTag()).matches("\"[1-9][0-9]*\"");
    }

    @Test
    void whoJustVerifiedTheAddressIsToldSoBeforeAnyNewsOfItArrived() {
        var ines = TestUserFactory.register("Ines", "Moreau");
        provisioning.synchronize(ines.id());
        transactions.run(() -> register.save(register.require(ines.id()).applyDirectoryState(unverified(ines))));

        assertThat(ines.at(port).get("/api/me").body().path("activated").asBoolean())
                .isTrue();
    }

    @Test
    void aPersonIsRegisteredOnceHoweverManyNoticeThemAtOnce() {
        var noor = TestUserFactory.register("Noor", "Haddad");

        var noticed = Stream.generate(() -> CompletableFuture.supplyAsync(() -> provisioning.synchronize(noor.id())))
                .limit(8)
                .toList();

        assertThat(noticed).allSatisfy(one -> assertThat(one.join()).isPresent());
        try (var events = TopicReader.on("identity.events")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(events.all(UserActivated.class, noor.id()))
                            .hasSize(1));
            assertThat(events.all(UserRegistered.class, noor.id())).hasSize(1);
        }
    }

    @Test
    void whomNobodyKnowsIsNotMadeUp() {
        assertThat(provisioning.synchronize(AccountFixtures.anyone())).isEmpty();
    }

    private static PersonalDetails unverified(TestUser testUser) {
        var newUser = testUser.person();
        return new PersonalDetails(newUser.firstName(), newUser.lastName(), newUser.email(), false);
    }
}
