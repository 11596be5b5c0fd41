package dev.atelier.identity.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.atelier.events.EntityState;
import dev.atelier.events.IdentityEvent.AddendumAccepted;
import dev.atelier.events.IdentityEvent.PolicyAccepted;
import dev.atelier.events.IdentityEvent.PolicyAnnounced;
import dev.atelier.events.LegalDocument;
import dev.atelier.events.LegalEvent.PolicyPublished;
import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.WorkspaceState;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.IdentityClient;
import dev.atelier.identity.IdentityClient.TestResponse;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.TestUserFactory.TestUser;
import dev.atelier.identity.TopicReader;
import dev.atelier.identity.session.LastSignInStore;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class LegalDocumentTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static @Nullable TestUser someone;
    private static @Nullable TestUser staff;

    @LocalServerPort
    int port;

    @Autowired
    LastSignInStore lastSignIns;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionRunner transactions;

    private TestUser lea;
    private IdentityClient operator;

    @BeforeEach
    void leaAndAnOperator() {
        lea = someone = someone == null ? TestUserFactory.register("Lea", "Martin") : someone;
        var first = staff = staff == null ? TestUserFactory.operator() : staff;
        operator = first.at(port);
    }

    private static String desk(LegalDocument document) {
        return "/api/operator/legal-documents/" + document;
    }

    private static String body(String english, boolean material, @Nullable Instant effectiveFrom) {
        var body = JsonMapper.shared().createObjectNode();
        body.putObject("text").put("en", english).put("fr", "# Texte\n\nBonjour.");
        body.putObject("changes").put("en", "Everything.").put("fr", "Tout.");
        body.put("material", material);
        if (effectiveFrom != null) {
            body.put("effectiveFrom", effectiveFrom.toString());
        }
        return body.toString();
    }

    private TestResponse publish(LegalDocument document, String body) {
        return operator.send(
                "POST",
                desk(document) + "/versions",
                operator.get(desk(document)).eTag(),
                body);
    }

    private int published(LegalDocument document, boolean material) {
        var testResponse = publish(document, body("# Text\n\nHello.", material, null));
        assertThat(testResponse.status()).as(testResponse.body().toString()).isEqualTo(201);
        return testResponse.body().path("number").asInt();
    }

    private TestResponse accept(LegalDocument document, int number) {
        return lea.at(port)
                .send(
                        "POST",
                        "/api/me/legal-documents/" + document + "/accept",
                        null,
                        "{\"number\": %d}".formatted(number));
    }

    private JsonNode mine(LegalDocument document) {
        return StreamSupport.stream(
                        lea.at(port)
                                .get("/api/me/legal-documents")
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(one -> one.path("document").asString().equals(document.name()))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> page(String path) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aMaterialVersionMustBeAcceptedAndALaterOneThatIsNotNeedsNothing() {
        int first = published(LegalDocument.TERMS, true);
        assertThat(mine(LegalDocument.TERMS).path("requiredVersion").asInt()).isEqualTo(first);
        assertThat(mine(LegalDocument.TERMS).path("unread").asBoolean()).isTrue();
        assertThat(lea.at(port)
                        .get("/api/me/legal-documents/required-acceptances")
                        .body()
                        .path("items")
                        .toString())
                .contains("{\"document\":\"TERMS\",\"number\":%d}".formatted(first));

        var accepted = accept(LegalDocument.TERMS, first);

        assertThat(accepted.body().path("requiredVersion").isNull()).isTrue();
        assertThat(accepted.body().path("acceptedVersion").asInt()).isEqualTo(first);
        assertThat(accepted.body().path("unread").asBoolean()).isFalse();
        assertThat(lea.at(port)
                        .get("/api/me/legal-documents/required-acceptances")
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(accept(LegalDocument.TERMS, first).text("acceptedAt")).isEqualTo(accepted.text("acceptedAt"));
        int second = published(LegalDocument.TERMS, false);
        assertThat(mine(LegalDocument.TERMS).path("requiredVersion").isNull()).isTrue();
        assertThat(mine(LegalDocument.TERMS).path("unread").asBoolean()).isTrue();
        assertThat(accept(LegalDocument.TERMS, first).problem()).isEqualTo("not-the-version");
        var seen = lea.at(port)
                .send("POST", "/api/me/legal-documents/TERMS/mark-read", null, "{\"number\": %d}".formatted(second));
        assertThat(seen.body().path("unread").asBoolean()).isFalse();
        try (var probe = TopicReader.on("identity.events")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(probe.all(PolicyAccepted.class, lea.id()))
                            .contains(new PolicyAccepted(lea.id(), LegalDocument.TERMS, first)));
            assertThat(probe.all(PolicyPublished.class, LegalDocument.TERMS))
                    .extracting(PolicyPublished::number)
                    .contains(first, second);
        }
    }

    @Test
    void whoMissedAMaterialVersionAcceptsTheOneThatIsInForceNow() {
        published(LegalDocument.TERMS, true);
        int minor = published(LegalDocument.TERMS, false);

        assertThat(mine(LegalDocument.TERMS).path("requiredVersion").asInt()).isEqualTo(minor);
        assertThat(lea.at(port)
                        .get("/api/me/legal-documents/required-acceptances")
                        .body()
                        .path("items")
                        .toString())
                .contains("{\"document\":\"TERMS\",\"number\":%d}".formatted(minor));
        assertThat(accept(LegalDocument.TERMS, minor)
                        .body()
                        .path("requiredVersion")
                        .isNull())
                .isTrue();
    }

    @Test
    void aVersionForLaterTakesItsPlaceThen() {
        int now = published(LegalDocument.PRIVACY_POLICY, false);
        var later = Instant.now().plus(Duration.ofDays(30));

        int next = publish(LegalDocument.PRIVACY_POLICY, body("# Later", true, later))
                .body()
                .path("number")
                .asInt();

        var mine = mine(LegalDocument.PRIVACY_POLICY);
        assertThat(mine.at("/inForce/number").asInt()).isEqualTo(now);
        assertThat(mine.at("/upcoming/number").asInt()).isEqualTo(next);
        assertThat(mine.path("requiredVersion").isNull()).isTrue();
        assertThat(accept(LegalDocument.PRIVACY_POLICY, next).status()).isEqualTo(200);
        assertThat(page("/api/public/legal-documents/PRIVACY_POLICY").body()).doesNotContain("# Later");
        assertThat(page("/api/public/legal-documents/PRIVACY_POLICY?number=" + next)
                        .body())
                .contains("# Later");
        assertThat(publish(LegalDocument.PRIVACY_POLICY, body("# Between", false, later.minusSeconds(60)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void everybodyReadsAPageInTheirLanguageAndNothingInItRuns() {
        publish(
                LegalDocument.SUBPROCESSORS,
                body(
                        "# Who helps\n\n|Name|Where|\n|-|-|\n|Hosting|Lyon|\n\n[x](javascript:alert)\n\n<script>alert(1)</script>",
                        false,
                        null));

        var english = page("/api/public/legal-documents/SUBPROCESSORS/page");

        assertThat(english.statusCode()).isEqualTo(200);
        assertThat(english.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(english.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(english.headers().firstValue("Cache-Control")).hasValue("no-cache, public");
        assertThat(english.body())
                .contains("<html lang=\"en\">", "<h1>Who helps</h1>", "<td>Lyon</td>", "&lt;script&gt;")
                .doesNotContain("<script", "javascript");
        assertThat(page("/api/public/legal-documents/SUBPROCESSORS/page?language=FR")
                        .body())
                .contains("<html lang=\"fr\">", "<h1>Texte</h1>", "applicable à compter du");
        assertThat(page("/api/public/legal-documents").body()).contains("SUBPROCESSORS");
    }

    @Test
    void whoWasActiveInTheLastThreeMonthsIsToldToTheDayAndOnce() {
        var today = LocalDate.now(ZoneOffset.UTC);
        var onTheDay = TestUserFactory.register("Olga", "Onday");
        var before = TestUserFactory.register("Bert", "Before");
        for (var person : List.of(onTheDay, before)) {
            assertThat(person.at(port).get("/api/me").status()).isEqualTo(200);
        }
        // Waits until today's own sign-ins are stored, then replaces them with earlier days.
        await().atMost(LIMIT)
                .until(() -> lastSignIns
                        .findActiveSince(today, null, 10_000)
                        .containsAll(List.of(onTheDay.id(), before.id())));
        signedInLast(onTheDay, today.minusMonths(3));
        signedInLast(before, today.minusMonths(3).minusDays(1));

        int number = published(LegalDocument.SECURITY_POLICY, false);

        var mailing = desk(LegalDocument.SECURITY_POLICY) + "/versions/" + number + "/announcement";
        await().atMost(LIMIT)
                .until(() -> operator.get(mailing).body().path("finished").asBoolean());
        try (var probe = TopicReader.on("identity.events")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(probe.all(PolicyAnnounced.class, onTheDay.id()))
                            .containsExactly(
                                    new PolicyAnnounced(onTheDay.id(), LegalDocument.SECURITY_POLICY, number)));
            assertThat(probe.all(PolicyAnnounced.class, before.id())).isEmpty();
        }
    }

    private void signedInLast(TestUser person, LocalDate day) {
        mongo.updateFirst(query(where("_id").is(person.id().value())), Update.update("day", day), "lastSignIns");
    }

    @Test
    void ofTwoWhoPublishAtTheSameMomentOneIsToldToLook() throws Exception {
        var etag = operator.get(desk(LegalDocument.COOKIE_POLICY)).eTag();
        List<Callable<Integer>> both = IntStream.range(0, 2)
                .<Callable<Integer>>mapToObj(n -> () -> operator.send(
                                "POST",
                                desk(LegalDocument.COOKIE_POLICY) + "/versions",
                                etag,
                                body("# Text " + n, false, null))
                        .status())
                .toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            assertThat(threads.invokeAll(both).stream().map(done -> done.resultNow()))
                    .containsExactlyInAnyOrder(201, 412);
        }
    }

    @Test
    void theManagerAcceptsTheAddendumForTheWorkspace() {
        var workspace = WorkspaceId.next();
        say(new WorkspaceState(workspace, "House", "en", lea.id(), false, 1));
        say(new MembershipState(workspace, lea.id(), WorkspaceRole.MANAGER, Instant.now(), false, 1));
        int number = published(LegalDocument.DATA_PROCESSING_ADDENDUM, false);
        var path = "/api/workspaces/" + workspace + "/data-processing-addendum";
        await().atMost(LIMIT).until(() -> lea.at(port).get(path).status() == 200);
        assertThat(lea.at(port).get(path).body().path("acceptedVersion").isNull())
                .isTrue();

        var accepted = lea.at(port).send("POST", path + "/accept", null, "{\"number\": %d}".formatted(number));

        assertThat(accepted.body().path("acceptedVersion").asInt()).isEqualTo(number);
        assertThat(accepted.text("acceptedBy")).isEqualTo(lea.id().toString());
        assertThat(lea.at(port)
                        .send("POST", path + "/accept", null, "{\"number\": %d}".formatted(number + 1))
                        .problem())
                .isEqualTo("not-the-version");
        assertThat(operator.get(path).problem()).isEqualTo("not-found");
        try (var probe = TopicReader.on("identity.events")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(probe.all(AddendumAccepted.class, lea.id()))
                            .containsExactly(new AddendumAccepted(lea.id(), workspace, number)));
        }
    }

    private void say(EntityState state) {
        transactions.run(() -> outbox.append(state));
    }

    @Test
    void whoIsNoOperatorPublishesNothing() {
        assertThat(lea.at(port).get(desk(LegalDocument.TERMS)).problem()).isEqualTo("forbidden");
        assertThat(lea.at(port)
                        .send("POST", desk(LegalDocument.TERMS) + "/versions", "\"0\"", body("# Mine", false, null))
                        .problem())
                .isEqualTo("forbidden");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text          | {"changes":{"en":"a","fr":"b"},"material":false}
            text.fr       | {"text":{"en":"a"},"changes":{"en":"a","fr":"b"},"material":false}
            text.en       | {"text":{"en":"","fr":"b"},"changes":{"en":"a","fr":"b"},"material":false}
            changes       | {"text":{"en":"a","fr":"b"},"material":false}
            material      | {"text":{"en":"a","fr":"b"},"changes":{"en":"a","fr":"b"}}
            effectiveFrom | {"text":{"en":"a","fr":"b"},"changes":{"en":"a","fr":"b"},"material":false,"effectiveFrom":"2020-01-01T00:00:00Z"}
            effectiveFrom | {"text":{"en":"a","fr":"b"},"changes":{"en":"a","fr":"b"},"material":false,"effectiveFrom":"2099-01-01T00:00:00Z"}
            effectiveFrom | {"text":{"en":"a","fr":"b"},"changes":{"en":"a","fr":"b"},"material":false,"effectiveFrom":"soon"}
            number        | {"text":{"en":"a","fr":"b"},"changes":{"en":"a","fr":"b"},"material":false,"number":7}
            """)
    void theFieldThatIsWrongIsNamed(String field, String body) {
        var testResponse = publish(LegalDocument.TERMS, body);

        assertThat(testResponse.status()).as(testResponse.body().toString()).isEqualTo(400);
        assertThat(testResponse.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @EnumSource(LegalDocument.class)
    void everyDocumentHasADraftThatCannotBePublishedAsItIs(LegalDocument document) {
        var draft = operator.get(desk(document) + "/draft");
        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.body().at("/text/en").asString()).contains("**Draft, shipped with Atelier.**", "\n# ");
        assertThat(draft.body().at("/text/fr").asString()).contains("**Projet, fourni avec Atelier.**", "\n# ");

        var text = JsonMapper.shared().createObjectNode();
        text.put("en", "# Text").put("fr", draft.body().at("/text/fr").asString());
        var body = JsonMapper.shared().createObjectNode();
        body.set("text", text);
        body.putObject("changes").put("en", "First.").put("fr", "Premier.");
        body.put("material", false);
        var testResponse = publish(document, body.toString());

        assertThat(testResponse.status()).as(testResponse.body().toString()).isEqualTo(400);
        assertThat(testResponse.body().at("/errors/0/field").asString()).isEqualTo("text.fr");
    }

    @Test
    void whatIsNotPublishedYetIsAPageThatSaysSo() {
        var page = page("/api/public/legal-documents/SECURITY_POLICY/page?language=FR");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body()).contains("<html lang=\"fr\">", "Politique de sécurité", "pas encore");
        assertThat(page("/api/public/legal-documents/SECURITY_POLICY/page?number=7")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theStyleOfAPageIsTheOnlyOneThatIsAllowed() throws NoSuchAlgorithmException {
        var page = page("/api/public/legal-documents/SECURITY_POLICY/page");
        var style = page.body()
                .substring(page.body().indexOf("<style>") + 7, page.body().indexOf("</style>"));
        var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'"));
    }

    @Test
    void otherMistakesAreNamedToo() {
        assertThat(publish(LegalDocument.SUBPROCESSORS, body("# Text", true, null))
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("material");
        assertThat(publish(LegalDocument.TERMS, body("x".repeat(100_001), false, null))
                        .status())
                .isEqualTo(400);
        assertThat(operator.send("POST", desk(LegalDocument.TERMS) + "/versions", null, body("# Text", false, null))
                        .status())
                .isEqualTo(428);
        assertThat(accept(LegalDocument.SUBPROCESSORS, 1).status()).isEqualTo(400);
        assertThat(page("/api/public/legal-documents/NEWS").statusCode()).isEqualTo(400);
        assertThat(page("/api/public/legal-documents/TERMS?number=999").statusCode())
                .isEqualTo(404);
        assertThat(page("/api/public/legal-documents/TERMS/page?language=DE").statusCode())
                .isEqualTo(400);
    }
}
