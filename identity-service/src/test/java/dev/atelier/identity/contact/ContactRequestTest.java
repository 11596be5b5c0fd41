package dev.atelier.identity.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.ContactEvent;
import dev.atelier.events.ContactEvent.ContactRequestAnswered;
import dev.atelier.events.ContactEvent.ContactRequestClosed;
import dev.atelier.events.ContactEvent.ContactRequestReceived;
import dev.atelier.identity.IdentityClient;
import dev.atelier.identity.IdentityClient.TestResponse;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.TopicReader;
import dev.atelier.identity.contact.challenge.ChallengeSolver;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class ContactRequestTest {
    private static final String PUBLIC = "/api/public/contact-requests";
    private static final String DESK = "/api/operator/contact-requests";
    private static @Nullable IdentityClient known;

    @LocalServerPort
    int port;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MeterRegistry meters;

    IdentityClient operator = new IdentityClient(0, "");
    IdentityClient stranger = new IdentityClient(0, "");

    @BeforeEach
    void anOperatorAndAStranger() {
        stranger = new IdentityClient(port, "");
        if (known == null) {
            known = TestUserFactory.operator().at(port);
        }
        operator = known;
    }

    @Test
    void aStrangersRequestIsAnsweredAndThenKeptForAWhile() {
        var email = address();
        assertThat(write(solved(email)).status()).isEqualTo(202);

        var request = find("OPEN", email);
        var path = DESK + "/" + request.path("id").asString();
        assertThat(request.path("name").asString()).isEqualTo("Gina Guest");
        assertThat(Instant.parse(request.path("expiresAt").asString())).isAfter(Instant.now());
        var answered =
                operator.send("POST", path + "/answer", operator.get(path).eTag(), "{\"text\": \"Yes.\"}");

        assertThat(answered.text("state")).isEqualTo("ANSWERED");
        assertThat(Instant.parse(answered.text("expiresAt")))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(179)), Instant.now().plus(Duration.ofDays(181)));
        assertThat(operator.send("POST", path + "/answer", answered.eTag(), "{\"text\": \"No.\"}")
                        .problem())
                .isEqualTo("contact-request-not-open");
        var closed = operator.send("POST", path + "/close", answered.eTag(), "{\"reason\": \"Done.\"}");
        assertThat(closed.text("state")).isEqualTo("CLOSED");
        assertThat(operator.send("POST", path + "/close", closed.eTag(), "{\"reason\": \"Done.\"}")
                        .status())
                .isEqualTo(409);
        try (var events = TopicReader.on("identity.events")) {
            var key = request.path("id").asString();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(events.heard(ContactEvent.class, key))
                            .extracting(TopicReader.ConsumedMessage::sequence)
                            .containsExactly(1L, 2L, 3L));
            assertThat(events.all(ContactEvent.class, key))
                    .hasExactlyElementsOfTypes(
                            ContactRequestReceived.class, ContactRequestAnswered.class, ContactRequestClosed.class);
        }
    }

    @Test
    void aChallengeIsGoodForOneRequest() {
        var body = solved(address());

        var answers =
                IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(() -> write(body))).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers)
                .extracting(TestResponse::status)
                .containsOnlyOnce(202)
                .containsOnly(202, 422);
        assertThat(write(body).problem()).isEqualTo("challenge-not-solved");
    }

    @Test
    void whatFillsInTheHiddenFieldIsThankedCountedAndForgotten() {
        var email = address();
        var before = trapped();

        assertThat(write(solved(email).put("website", "https://spam.example")).status())
                .isEqualTo(202);

        assertThat(trapped()).isEqualTo(before + 1);
        assertThat(stored(email)).isZero();
    }

    @Test
    void inOneNameOnlySoManyAreTaken() {
        var email = address();
        for (int i = 0; i < 5; i++) {
            assertThat(write(solved(email)).status()).isEqualTo(202);
        }

        var sixth = write(solved(email));

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.problem()).isEqualTo("too-many-contact-requests");
        assertThat(write(solved(address())).status()).isEqualTo(202);
    }

    @Test
    void aSignedInPersonNeedsNoWorkAndNoName() {
        var sam = TestUserFactory.register("Sam", "Support");

        var taken = sam.at(port).send("POST", "/api/support-requests", null, "{\"message\": \"Help\"}");

        assertThat(taken.status()).isEqualTo(202);
        var request = operator.get(DESK + "/" + taken.text("id"));
        assertThat(request.text("userId")).isEqualTo(sam.id().toString());
        assertThat(request.text("name")).isEqualTo("Sam Support");
        assertThat(request.text("email")).isEqualTo(sam.person().email());
        assertThat(sam.at(port).get(DESK).status()).isEqualTo(403);
        assertThat(stranger.send("POST", "/api/support-requests", null, "{\"message\": \"Help\"}")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # field   | value
            name      | ``
            name      | `a\nb`
            email     | gina
            email     | ``
            company   | `a\tb`
            message   | ` `
            locale    | de
            challenge | ``
            solution  | 123456789012345678901234567890123
            nickname  | x
            """)
    void badInputIsRefusedByField(String field, String value) {
        var testResponse = write(solved(address()).put(field, value));

        assertThat(testResponse.status()).as(testResponse.body().toString()).isEqualTo(400);
        assertThat(testResponse.body().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void tooLongIsRefusedByField() {
        var testResponse = write(solved(address()).put("message", "x".repeat(5001)));
        assertThat(testResponse.body().path("errors").path(0).path("field").asString())
                .isEqualTo("message");
    }

    @Test
    void theOperatorsBadInputIsRefused() {
        assertThat(operator.get(DESK + "?state=LOST").status()).isEqualTo(400);
        assertThat(operator.get(DESK + "/7").status()).isEqualTo(400);
        assertThat(operator.get(DESK + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        var email = address();
        write(solved(email));
        var path = DESK + "/" + find("OPEN", email).path("id").asString();
        assertThat(operator.send("POST", path + "/answer", null, "{\"text\": \"Yes.\"}")
                        .status())
                .isEqualTo(428);
        assertThat(operator.send("POST", path + "/answer", "\"9\"", "{\"text\": \"Yes.\"}")
                        .status())
                .isEqualTo(412);
        assertThat(operator.send("POST", path + "/answer", "\"0\"", "{\"text\": \"\"}")
                        .status())
                .isEqualTo(400);
        assertThat(operator.send("POST", path + "/close", "\"0\"", "{}").status())
                .isEqualTo(400);
    }

    @Test
    void whatNobodyAnswersIsDroppedAfterAYear() {
        var email = address();
        write(solved(email));

        var waiting = find("OPEN", email);

        assertThat(Duration.between(
                        Instant.parse(waiting.path("receivedAt").asString()),
                        Instant.parse(waiting.path("expiresAt").asString())))
                .isEqualTo(Duration.ofDays(365));
    }

    @Test
    void theDatabaseDropsWhatIsOver() {
        assertThat(mongo.indexOps("contactRequests").getIndexInfo())
                .anySatisfy(index -> assertThat(index.getExpireAfter()).contains(Duration.ZERO));
        assertThat(mongo.indexOps("contactTries").getIndexInfo())
                .anySatisfy(index -> assertThat(index.getExpireAfter()).contains(Duration.ofHours(1)));
        assertThat(mongo.indexOps("spentChallenges").getIndexInfo())
                .anySatisfy(index -> assertThat(index.getExpireAfter()).contains(Duration.ZERO));
    }

    private ObjectNode solved(String email) {
        var challenge = stranger.get(PUBLIC + "/challenge").body();
        var text = challenge.path("challenge").asString();
        return JsonMapper.shared()
                .createObjectNode()
                .put("name", "Gina Guest")
                .put("email", email)
                .put("message", "May I come tomorrow?")
                .put("challenge", text)
                .put(
                        "solution",
                        ChallengeSolver.solve(text, challenge.path("difficulty").asInt()));
    }

    private TestResponse write(JsonNode body) {
        return stranger.send("POST", PUBLIC, null, body.toString());
    }

    private JsonNode find(String state, String email) {
        for (var request :
                operator.get(DESK + "?state=" + state + "&limit=100").body().path("items")) {
            if (request.path("email").asString().equals(email)) {
                return request;
            }
        }
        throw new AssertionError("no request of " + email);
    }

    private long stored(String email) {
        return mongo.getCollection("contactRequests").countDocuments(new org.bson.Document("sender.email", email));
    }

    private double trapped() {
        return meters.counter("atelier.contact.trapped").count();
    }

    private static String address() {
        return "gina-" + UUID.randomUUID() + "@example.org";
    }
}
