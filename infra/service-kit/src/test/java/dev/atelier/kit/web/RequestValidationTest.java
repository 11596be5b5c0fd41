package dev.atelier.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.testkit.tokens.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@WebTest
class RequestValidationTest {
    private final UserId lea = new UserId(UUID.randomUUID());

    @Autowired
    private RestTestClient http;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title": "a", "colr": 1}                     | colr          | is not known here
            {"title": 5}                                  | title         | must be a text
            {"title": "a", "count": "5"}                  | count         | must be a whole number
            {"title": "a", "count": 1.5}                  | count         | must be a whole number
            {"title": "a", "count": 10000000000}          | count         | must be a whole number from -2147483648 to 2147483647
            {"title": "a", "colour": "GREEN"}             | colour        | must be one of RED, BLUE
            {"title": "a", "project": "x"}                | project       | must be a UUID
            {"title": "a", "label": {"text": " "}}        | label         | must not be blank
            {"title": "a", "parts": [{"name": "123456"}]} | parts[0].name | size must be between 1 and 5
            {"title": "a", "parts": [{"name": "a", "due": "soon"}]} | parts[0].due | must be a date such as 2026-11-22
            {"title": "a", "parts": {}}                   | parts         | must be a list
            {"title": "12345678901"}                      | title         | size must be between 1 and 10
            {}                                            | title         | must not be null
            {"title": "a", "title": "b"}                  | body          | must name each property once (line 1, column 23)
            {"title": "a"                                 | body          | must be well-formed JSON (line 1, column 14)
            []                                            | body          | must be an object
            """)
    void badBodiesAreRefusedByField(String body, String field, String message) {
        post("/api/things", body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:atelier:problem:invalid-input")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/things/nothing,         thingId, must be a UUID",
        "/api/things?limit=0,         limit,   must be a whole number from 1 to 100",
        "/api/things?limit=101,       limit,   must be a whole number from 1 to 100",
        "/api/things?limit=ten,       limit,   must be a whole number from 1 to 100",
        "/api/things?cursor=made-up,  cursor,  must be the next of an earlier page of this list",
        "/api/things?cursor=WyJ4Il0,  cursor,  must be the next of an earlier page of this list",
        "/api/things?colour=GREEN,    colour,  'must be one of RED, BLUE'",
        "/api/things/found?colour=RED&colour=red,    colour,    'must be one of RED, BLUE'",
        "/api/things/found?colour=RED%2Cgreen,       colour,    'must be one of RED, BLUE'",
        "/api/things/found?owner=me,                 owner,     must be a UUID",
        "/api/things/found?dueBefore=tomorrow,       dueBefore, must be a date such as 2026-11-22",
        "/api/things/found?from=x,                   from,      must be a time such as 2026-11-22T18:00:00Z",
        "/api/things/found?depth=deep,               depth,     must be a whole number",
        "/api/things/found?search=long,              search,    size must be between 0 and 3",
    })
    void badAddressesAreRefusedByField(String path, String field, String message) {
        var answer = get(path)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:atelier:problem:invalid-input")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isEqualTo(message)
                .returnResult()
                .getResponseBody();
        assertThat(new String(answer, StandardCharsets.UTF_8)).doesNotContain("java.", "dev.atelier", "Exception");
    }

    @Test
    void whatWasSentForAParameterIsRepeatedShortened() {
        get("/api/things?colour=GREEN")
                .expectBody()
                .jsonPath("$.errors[0].given")
                .isEqualTo("GREEN");
        get("/api/things/found?from=\u202E" + "x".repeat(100))
                .expectBody()
                .jsonPath("$.errors[0].given")
                .isEqualTo("\uFFFD" + "x".repeat(39) + "\u2026");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/things?color=RED,              color,    is not known here; did you mean colour?",
        "/api/things?Limit=3,                Limit,    is not known here; did you mean limit?",
        "/api/things/found?duebefor=x,       duebefor, is not known here; did you mean dueBefore?",
        "/api/things/found?limit=3,          limit,    is not known here",
        "/api/foreign?verbose=true,          verbose,  is not known here",
    })
    void aParameterThatTheRouteDoesNotReadIsRefusedByName(String path, String field, String message) {
        get(path)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:atelier:problem:unknown-parameter")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isEqualTo(message);
    }

    @Test
    void allThatIsWrongWithABodyIsToldAtOnce() {
        post("/api/things", """
                        {"title": 5, "colr": {"x": []}, "count": "many", "project": "x", "colour": "GREEN",
                         "label": {"text": " "}, "parts": [{"name": "a", "due": "soon"}, 3, {"nam": "b"}]}""")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat((List<?>) fields)
                        .asInstanceOf(LIST)
                        .containsExactlyInAnyOrder(
                                "title",
                                "colr",
                                "count",
                                "project",
                                "colour",
                                "label",
                                "parts[0].due",
                                "parts[1]",
                                "parts[2].nam"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/yaml",
                "application/x-yaml",
                "text/plain",
                "*/*",
                "application/*",
                "text/*",
                "multipart/form-data",
                "multipart/form-data; boundary=b",
                "application/x-www-form-urlencoded"
            })
    void bodiesAreJsonAlone(String type) {
        for (var body : List.of("title: a", "{\"title\": \"a\"}", "title=%GG", "--b\r\nContent-Disp")) {
            for (var method : List.of(HttpMethod.POST, HttpMethod.PATCH)) {
                http.method(method)
                        .uri("/api/things")
                        .header("Authorization", token())
                        .headers(headers -> headers.set("Content-Type", type))
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .exchange()
                        .expectStatus()
                        .value(status ->
                                assertThat(status).as(type + " " + body).isIn(400, 405, 415))
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/xml", "application/cbor"})
    void answersAreJsonAlone(String type) {
        http.get()
                .uri("/api/things")
                .header("Authorization", token())
                .header("Accept", type)
                .exchange()
                .expectStatus()
                .isEqualTo(406)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aListIsReadPageByPage() {
        get("/api/things?limit=100").expectBody().jsonPath("$.items.length()").isEqualTo(100);
        get("/api/things?limit=100&cursor=" + PageCursorCodec.of(99))
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(20)
                .jsonPath("$.next")
                .isEmpty();
    }

    @Test
    void idsArePlainText() {
        var id = ProjectId.next();
        get("/api/things/" + id)
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(id.toString())
                .jsonPath("$.caller")
                .isEqualTo(lea.toString());
    }

    @Test
    void aChangeNeedsTheVersionItWasMadeOn() {
        var path = "/api/things/" + ProjectId.next();
        change(path, "\"7\"").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"8\"");
        change(path, "W/\"7\"").expectStatus().isOk();
        change(path, "W/\"6\"").expectStatus().isEqualTo(412);
        change(path, "\"6\"")
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:atelier:problem:stale")
                .jsonPath("$.currentVersion")
                .isEqualTo(7)
                .jsonPath("$.changedFields[0]")
                .isEqualTo("title");
        change(path, "")
                .expectStatus()
                .isEqualTo(428)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:atelier:problem:if-match-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "w/\"7\"", "*", "\"7\", \"8\"", "\"-1\""})
    void aTagThatIsNoneOfOursIsRefused(String tag) {
        change("/api/things/" + ProjectId.next(), tag)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("If-Match");
    }

    @Test
    void whatStartsSomethingNeedsAKey() {
        post("/api/started", "{}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:atelier:problem:idempotency-key-missing");
    }

    private RestTestClient.ResponseSpec get(String path) {
        return http.get().uri(path).header("Authorization", token()).exchange();
    }

    private RestTestClient.ResponseSpec post(String path, String body) {
        return http.post()
                .uri(path)
                .header("Authorization", token())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec change(String path, String tag) {
        return http.method(HttpMethod.PATCH)
                .uri(path)
                .header("Authorization", token())
                .header("If-Match", tag)
                .exchange();
    }

    private String token() {
        return TestTokens.bearer(TestTokens.of(lea));
    }
}
