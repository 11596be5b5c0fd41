package dev.atelier.identity.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.ConsentPurpose;
import dev.atelier.events.IdentityEvent;
import dev.atelier.events.IdentityEvent.ConsentGiven;
import dev.atelier.events.IdentityEvent.ConsentWithdrawn;
import dev.atelier.identity.IdentityClient;
import dev.atelier.identity.IdentityClient.TestResponse;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.TestUserFactory.TestUser;
import dev.atelier.identity.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ConsentTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String LIST = "/api/me/consents";
    private static @Nullable TestUser nora;

    @LocalServerPort
    int port;

    @Test
    void whoSaidNothingAgreesToNothing() {
        var fresh = TestUserFactory.register("Nils", "Nouveau").at(port);

        var list = fresh.get(LIST);

        assertThat(list.body().path("items"))
                .hasSize(ConsentPurpose.values().length)
                .allSatisfy(consent -> {
                    assertThat(consent.path("given").asBoolean()).isFalse();
                    assertThat(consent.path("version").asLong()).isZero();
                });
        assertThat(fresh.get(LIST + "/history").body().path("items")).isEmpty();
    }

    @Test
    void whatIsGivenAndWithdrawnIsKeptWithTimeSourceAndText() {
        var someone = TestUserFactory.register("Hanna", "History");
        var client = someone.at(port);

        var given = decide(client, "NEWSLETTER", "\"0\"", true, "2026-11", "WEB");
        var other = decide(client, "SURVEYS", "\"0\"", true, "2026-11", "API");
        var withdrawn = decide(client, "NEWSLETTER", given.eTag(), false, "2026-12", "MOBILE");

        assertThat(List.of(given.status(), other.status(), withdrawn.status())).containsOnly(200);
        assertThat(withdrawn.eTag()).isEqualTo("\"2\"");
        assertThat(client.get(LIST + "/NEWSLETTER").body()).isEqualTo(withdrawn.body());
        var history = history(client, 2);
        assertThat(history).extracting(entry -> entry.path("sequence").asLong()).containsExactly(3L, 2L, 1L);
        assertThat(history)
                .extracting(entry -> entry.path("purpose").asString() + " "
                        + entry.path("given").asBoolean() + " "
                        + entry.path("version").asLong() + " "
                        + entry.path("policyVersion").asString() + " "
                        + entry.path("source").asString())
                .containsExactly(
                        "NEWSLETTER false 2 2026-12 MOBILE",
                        "SURVEYS true 1 2026-11 API",
                        "NEWSLETTER true 1 2026-11 WEB");
        assertThat(history)
                .allSatisfy(
                        entry -> assertThat(entry.path("decidedAt").asString()).endsWith("Z"));
        try (var events = TopicReader.on("identity.events")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(events.all(IdentityEvent.class, someone.id()))
                            .containsSubsequence(
                                    new ConsentGiven(someone.id(), ConsentPurpose.NEWSLETTER, "2026-11"),
                                    new ConsentGiven(someone.id(), ConsentPurpose.SURVEYS, "2026-11"),
                                    new ConsentWithdrawn(someone.id(), ConsentPurpose.NEWSLETTER)));
        }
    }

    @Test
    void whatIsSoAlreadyIsNotNotedAgain() {
        var client = TestUserFactory.register("Anna", "Again").at(port);
        decide(client, "ANALYTICS", "\"0\"", false, "1", "WEB");
        var given = decide(client, "ANALYTICS", "\"0\"", true, "1", "WEB");

        var again = decide(client, "ANALYTICS", given.eTag(), true, "1", "API");
        var newText = decide(client, "ANALYTICS", given.eTag(), true, "2", "API");

        assertThat(again.body()).isEqualTo(given.body());
        assertThat(newText.eTag()).isEqualTo("\"2\"");
        assertThat(history(client, 50)).hasSize(2);
    }

    @Test
    void ofDecisionsAtTheSameMomentOneHoldsAndTheHistoryHasNoGaps() {
        var someone = TestUserFactory.register("Rosa", "Race");
        var client = someone.at(port);
        client.get("/api/me");

        var answers = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> decide(client, ConsentPurpose.values()[i % 4].name(), "\"0\"", true, "text-" + i, "WEB")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(TestResponse::status).containsOnly(200, 412);
        assertThat(answers)
                .filteredOn(testResponse -> testResponse.status() == 200)
                .hasSize(4);
        assertThat(history(client, 50))
                .extracting(entry -> entry.path("sequence").asLong())
                .containsExactly(4L, 3L, 2L, 1L);
        try (var events = TopicReader.on("identity.events")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(events.all(ConsentGiven.class, someone.id()))
                            .hasSize(4));
            var sequences = events.heard(IdentityEvent.class, someone.id()).stream()
                    .map(TopicReader.ConsumedMessage::sequence)
                    .toList();
            assertThat(sequences)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, sequences.size()).boxed().toList());
        }
    }

    @Test
    void anotherPersonsHistoryIsNotMine() {
        var mine = TestUserFactory.register("Mia", "Mine").at(port);
        decide(mine, "SURVEYS", "\"0\"", true, "1", "WEB");

        var other = TestUserFactory.register("Otto", "Other").at(port);

        assertThat(history(other, 50)).isEmpty();
        assertThat(other.get(LIST + "/SURVEYS").body().path("given").asBoolean())
                .isFalse();
    }

    @BeforeEach
    void noraIsThere() {
        if (nora == null) {
            nora = TestUserFactory.register("Nora", "Wrong");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            # method | path        | body                                                      | If-Match | status | field
            PUT      | /NEWSLETTER | {"policyVersion": "1", "source": "WEB"}                   | "0"      | 400    | given
            PUT      | /NEWSLETTER | {"given": null, "policyVersion": "1", "source": "WEB"}    | "0"      | 400    | given
            PUT      | /NEWSLETTER | {"given": "yes", "policyVersion": "1", "source": "WEB"}   | "0"      | 400    | given
            PUT      | /NEWSLETTER | {"given": true, "source": "WEB"}                          | "0"      | 400    | policyVersion
            PUT      | /NEWSLETTER | {"given": true, "policyVersion": "", "source": "WEB"}     | "0"      | 400    | policyVersion
            PUT      | /NEWSLETTER | {"given": true, "policyVersion": "a b", "source": "WEB"}  | "0"      | 400    | policyVersion
            PUT      | /NEWSLETTER | {"given": true, "policyVersion": "12345678901234567890123456789012345678901", "source": "WEB"} | "0" | 400 | policyVersion
            PUT      | /NEWSLETTER | {"given": true, "policyVersion": "1"}                     | "0"      | 400    | source
            PUT      | /NEWSLETTER | {"given": true, "policyVersion": "1", "source": "FAX"}    | "0"      | 400    | source
            PUT      | /NEWSLETTER | {"given": true, "policyVersion": "1", "source": "WEB", "at": "now"} | "0" | 400 | at
            PUT      | /NEWSLETTER | {"given": true, "policyVersion": "1", "source": "WEB"}    | 0        | 400    | If-Match
            PUT      | /NEWSLETTER | {"given": true, "policyVersion": "1", "source": "WEB"}    | -        | 428    | -
            PUT      | /NEWSLETTER | {"given": true, "policyVersion": "1", "source": "WEB"}    | "7"      | 412    | -
            PUT      | /ADVERTS    | {"given": true, "policyVersion": "1", "source": "WEB"}    | "0"      | 400    | purpose
            GET      | /ADVERTS    | -                                                         | -        | 400    | purpose
            GET      | /history?limit=0  | -                                                   | -        | 400    | limit
            GET      | /history?cursor=x | -                                                   | -        | 400    | cursor
            DELETE   | /NEWSLETTER | -                                                         | -        | 405    | -
            """)
    void badInputIsRefusedByField(
            String method,
            String path,
            @Nullable String body,
            @Nullable String ifMatch,
            int status,
            @Nullable String field) {
        assertThat(nora).isNotNull();
        var testResponse = nora.at(port).send(method, LIST + path, ifMatch, body);

        assertThat(testResponse.status()).as(testResponse.body().toString()).isEqualTo(status);
        if (field != null) {
            assertThat(testResponse.body().path("errors").path(0).path("field").asString())
                    .isEqualTo(field);
        }
    }

    private static TestResponse decide(
            IdentityClient client, String purpose, String ifMatch, boolean given, String text, String source) {
        return client.send("PUT", LIST + "/" + purpose, ifMatch, """
                {"given": %s, "policyVersion": "%s", "source": "%s"}""".formatted(given, text, source));
    }

    private static List<JsonNode> history(IdentityClient client, int limit) {
        var all = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = client.get(LIST + "/history?limit=" + limit + (next.isEmpty() ? "" : "&cursor=" + next));
            page.body().path("items").forEach(all::add);
            next = page.text("next");
        } while (!next.isEmpty());
        return all;
    }
}
