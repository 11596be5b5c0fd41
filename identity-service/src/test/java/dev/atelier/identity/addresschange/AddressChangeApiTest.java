package dev.atelier.identity.addresschange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.signin.NewUser;
import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.events.IdentityEvent.AddressChangeRequested;
import dev.atelier.events.IdentityEvent.AddressChanged;
import dev.atelier.events.UserState;
import dev.atelier.events.id.AddressChangeId;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.IdentityClient;
import dev.atelier.identity.IdentityClient.TestResponse;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.TestUserFactory.TestUser;
import dev.atelier.identity.TopicReader;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.security.CallingService;
import dev.atelier.testkit.RealBackingServices;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@ServiceTest
class AddressChangeApiTest {
    private static final String CHANGES = "/api/me/address-changes";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final CallingService MAILS = new CallingService("notification-service");

    private static @Nullable TestUser somebody;

    @LocalServerPort
    int port;

    @Autowired
    AddressChangeMailController mails;

    @Autowired
    MongoTemplate mongo;

    @Test
    void theNewAddressIsTheirsOnceItsLinkIsUsedAndSessionsGoOn() {
        var lea = TestUserFactory.register("Lea", "Martin");
        var wanted = address();
        var asked = ask(lea, wanted);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("email")).isEqualTo(wanted);
        var id = id(asked);
        var token = token(id);
        assertThat(lea.at(port).get("/api/me").text("email"))
                .isEqualTo(lea.person().email());
        assertThatThrownBy(() -> signIn(lea, wanted))
                .as("Keycloak is unchanged")
                .isInstanceOf(SignInFailed.class);

        assertThat(confirm(lea, token).status()).isEqualTo(204);

        var me = lea.at(port).get("/api/me");
        assertThat(me.text("email")).isEqualTo(wanted);
        assertThat(me.body().path("activated").asBoolean()).isTrue();
        assertThat(lea.refresh().accessToken()).as("sessions stay valid").isNotBlank();
        assertThat(TestUserFactory.subjectOf(signIn(lea, wanted))).isEqualTo(lea.id());
        assertThatThrownBy(lea::signInAgain).as("with the old address").isInstanceOf(SignInFailed.class);
        assertThat(mails.noticeMail(id, MAILS).email()).isEqualTo(lea.person().email());
        assertSaid(lea.id(), wanted, id);
        assertThat(TestUserFactory.register(lea.person()).id())
                .as("the old address is free")
                .isNotEqualTo(lea.id());
    }

    @Test
    void aLinkIsUsedOnceAndNothingOfItIsStored() {
        var lea = TestUserFactory.register("Lea", "Martin");
        var id = id(ask(lea, address()));
        var token = token(id);
        assertThat(stored(id).toJson()).doesNotContain(token).contains(new AddressChangeToken(token).hash());
        confirm(lea, token);

        var again = confirm(lea, token);

        assertThat(again.status()).isEqualTo(410);
        assertThat(again.problem()).isEqualTo("address-change-no-longer-open");
        assertThat(stored(id).toJson()).doesNotContain(new AddressChangeToken(token).hash());
    }

    @Test
    void aLinkThatHasRunOutWasReplacedOrTakenBackOpensNothing() {
        var lea = TestUserFactory.register("Lea", "Martin");
        var first = id(ask(lea, address()));
        var replaced = token(first);
        var second = id(ask(lea, address()));
        var late = token(second);

        assertThat(confirm(lea, replaced).status()).isEqualTo(410);
        mongo.getCollection("addressChanges")
                .updateOne(
                        new Document("_id", second.value()),
                        new Document(
                                "$set", new Document("expires", Instant.now().minusSeconds(1))));
        assertThat(confirm(lea, late).status()).isEqualTo(410);
        assertThat(waiting(lea)).isZero();

        var third = id(ask(lea, address()));
        var withdrawn = token(third);
        assertThat(waiting(lea)).isEqualTo(1);
        assertThat(lea.at(port).delete(CHANGES + "/" + third).status()).isEqualTo(204);
        assertThat(lea.at(port).delete(CHANGES + "/" + third).status())
                .as("repeated")
                .isEqualTo(204);
        assertThat(confirm(lea, withdrawn).status()).isEqualTo(410);
        assertThatThrownBy(() -> mails.createConfirmationMail(third, MAILS)).isInstanceOf(Refusal.class);
        assertThat(lea.at(port).get("/api/me").text("email"))
                .isEqualTo(lea.person().email());
    }

    @Test
    void nobodyElsesLinkOrWishIsThere() {
        var lea = TestUserFactory.register("Lea", "Martin");
        var noah = TestUserFactory.register("Noah", "Weber");
        var wanted = address();
        var id = id(ask(lea, wanted));
        var token = token(id);

        assertThat(confirm(noah, token).status()).isEqualTo(404);
        assertThat(noah.at(port).delete(CHANGES + "/" + id).status()).isEqualTo(404);
        assertThat(confirm(noah, "nonsense").status()).isEqualTo(404);
        assertThat(waiting(noah)).isZero();
        assertThat(new IdentityClient(port, "").post(CHANGES + "/confirm").status())
                .isEqualTo(401);
        assertThat(confirm(lea, token).status()).isEqualTo(204);
    }

    @Test
    void whoAsksDoesNotLearnWhoHasAnAddressAndWhoeverHasItKeepsIt() {
        var lea = TestUserFactory.register("Lea", "Martin");
        var noah = TestUserFactory.register("Noah", "Weber");

        var known = ask(lea, noah.person().email());
        var token = token(id(known));
        var unknown = ask(lea, address());

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(202);
        assertThat(known.body().propertyNames()).isEqualTo(unknown.body().propertyNames());
        assertThat(confirm(lea, token).status()).as("replaced").isEqualTo(410);
        assertThat(noah.at(port).get("/api/me").text("email"))
                .isEqualTo(noah.person().email());
    }

    @Test
    void anAddressThatWasTakenMeanwhileStaysWithWhoHasIt() {
        var lea = TestUserFactory.register("Lea", "Martin");
        var wanted = address();
        var token = token(id(ask(lea, wanted)));
        TestUserFactory.register(new NewUser("Zoé", "Quick", wanted, "A-long-enough-secret"));

        var refused = confirm(lea, token);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("address-taken");
        assertThat(lea.at(port).get("/api/me").text("email"))
                .isEqualTo(lea.person().email());
        assertThat(lea.signInAgain().accessToken()).isNotBlank();
    }

    @Test
    void whileKeycloakIsAwayTheLinkIsNotSpentAndOpensLater() {
        var lea = TestUserFactory.register("Lea", "Martin");
        var noah = TestUserFactory.register("Noah", "Weber");
        noah.at(port).get("/api/me");
        var wanted = address();
        var token = token(id(ask(lea, wanted)));
        RealBackingServices.keycloak().stop();
        try {
            var unavailable = confirm(lea, token);

            assertThat(unavailable.status()).isEqualTo(503);
            assertThat(unavailable.problem()).isEqualTo("directory-unavailable");
            assertThat(lea.at(port).get("/api/me").text("email"))
                    .isEqualTo(lea.person().email());
            assertThat(ask(noah, address()).status())
                    .as("a request needs no Keycloak")
                    .isEqualTo(202);
        } finally {
            RealBackingServices.keycloak().restart();
        }
        await().atMost(LIMIT).until(() -> confirm(lea, token).status() == 204);
        assertThat(TestUserFactory.subjectOf(signIn(lea, wanted))).isEqualTo(lea.id());
    }

    @Test
    void sixWishesWithinAnHourAreTooMany() {
        var lea = TestUserFactory.register("Lea", "Martin");
        for (var wish = 1; wish <= 5; wish++) {
            assertThat(ask(lea, address()).status()).isEqualTo(202);
        }

        var refused = ask(lea, address());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-address-changes");
        assertThat(refused.body().path("limit").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"email": ""}                   | email
            {"email": "lea"}                | email
            {"email": "lea@localhost"}      | email
            {"email": "lea@[127.0.0.1]"}    | email
            {"email": "l a@example.org"}    | email
            {"email": "léa@example.org"}    | email
            {"email": "a@example.org,b@example.org"} | email
            """)
    void whatIsNoAddressIsRefusedByField(String body, String field) {
        var lea = somebody();

        var refused = lea.at(port).send("POST", CHANGES, null, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void onesOwnAddressIsNoNewOne() {
        var lea = TestUserFactory.register("Lea", "Martin");
        lea.at(port).get("/api/me");

        assertThat(ask(lea, lea.person().email().replace("lea", "LEA")).status())
                .isEqualTo(400);
    }

    private static TestUser somebody() {
        if (somebody == null) {
            somebody = TestUserFactory.register("Lea", "Martin");
        }
        return somebody;
    }

    private TestResponse ask(TestUser person, String email) {
        return person.at(port).send("POST", CHANGES, null, "{\"email\": \"" + email + "\"}");
    }

    private TestResponse confirm(TestUser person, String token) {
        return person.at(port).send("POST", CHANGES + "/confirm", null, "{\"token\": \"" + token + "\"}");
    }

    private int waiting(TestUser person) {
        return person.at(port).get(CHANGES).body().path("items").size();
    }

    /** Returns the token from the mail to the new address. */
    private String token(AddressChangeId change) {
        var link = String.valueOf(mails.createConfirmationMail(change, MAILS).link());
        return link.substring(link.indexOf("#token=") + "#token=".length());
    }

    private Document stored(AddressChangeId change) {
        return Objects.requireNonNull(mongo.getCollection("addressChanges")
                .find(new Document("_id", change.value()))
                .first());
    }

    private static void assertSaid(UserId person, String email, AddressChangeId change) {
        try (var users = TopicReader.on("identity.users");
                var facts = TopicReader.on("identity.events")) {
            await().atMost(LIMIT).untilAsserted(() -> {
                assertThat(users.all(UserState.class, person).getLast().email()).isEqualTo(email);
                assertThat(facts.all(AddressChangeRequested.class, person))
                        .containsExactly(new AddressChangeRequested(person, change));
                assertThat(facts.all(AddressChanged.class, person)).containsExactly(new AddressChanged(person, change));
            });
        }
    }

    private static String signIn(TestUser person, String email) {
        return TestUserFactory.pages().signIn(email, person.person().password()).accessToken();
    }

    private static AddressChangeId id(TestResponse asked) {
        return TypedIdFactory.parse(AddressChangeId.class, asked.text("id"));
    }

    private static String address() {
        return "new." + UUID.randomUUID() + "@example.org";
    }
}
