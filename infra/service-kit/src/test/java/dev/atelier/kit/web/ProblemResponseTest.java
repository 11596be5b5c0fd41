package dev.atelier.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.testkit.tokens.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class ProblemResponseTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final UserId lea = new UserId(UUID.randomUUID());
    private final String token = TestTokens.of(lea);

    @LocalServerPort
    private int port;

    @Test
    void aRefusalIsNamedForItsFactAndCarriesItsDetails() throws Exception {
        var problem = expect(409, "thing-already-here", post("/api/refused", "{}"));

        assertThat(problem.path("title").asString()).isEqualTo("Thing already here");
        assertThat(problem.path("detail").asString()).isEqualTo("It is here already.");
        assertThat(problem.path("limit").asInt()).isEqualTo(3);
        assertThat(problem.has("requestId")).isTrue();
    }

    @Test
    void whatIsForeignAndWhatDoesNotExistLookAlike() throws Exception {
        var foreign = expect(404, "not-found", get("/api/foreign"));
        var unknown = expect(404, "not-found", get("/api/nowhere"));

        for (var member : new String[] {"type", "title", "status", "detail"}) {
            assertThat(foreign.get(member)).isEqualTo(unknown.get(member));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr                     | fr | Introuvable",
                "fr-CA, fr;q=0.8, en;q=0.5 | fr | Introuvable",
                "de, fr;q=0.1           | fr | Introuvable",
                "en, fr;q=0.9           | en | Not found",
                "de                     | en | Not found",
                "fr;q=0                 | en | Not found",
                "*                      | en | Not found",
                "no language; at all    | en | Not found",
            })
    void aProblemIsToldInTheLanguageThatTheClientPrefers(String header, String language, String title)
            throws Exception {
        var answer = send(authorized("/api/foreign").header("Accept-Language", header));

        assertThat(expect(404, "not-found", answer).path("title").asString()).isEqualTo(title);
        assertThat(answer.headers().firstValue("Content-Language")).hasValue(language);
    }

    @Test
    void allThatOneAnswerSaysIsInOneLanguage() throws Exception {
        var french = expect(
                400,
                "invalid-input",
                send(authorized("/api/things?colour=GREEN").header("Accept-Language", "fr")));
        assertThat(french.path("detail").asString()).isEqualTo("colour doit être l’une des valeurs RED, BLUE.");
        assertThat(french.at("/errors/0/message").asString()).isEqualTo("doit être l’une des valeurs RED, BLUE");
        assertThat(french.at("/errors/0/given").asString()).isEqualTo("GREEN");
        var checked = expect(
                400,
                "invalid-input",
                send(authorized("/api/things")
                        .header("Accept-Language", "fr")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"title\": \"\", \"count\": null, \"parts\": [{\"name\": \"\"}]}"))));
        assertThat(checked.path("detail").asString()).isEqualTo("2 parties de la requête ne sont pas valables.");
        assertThat(checked.at("/errors/0/message").asString()).isEqualTo("doit avoir une taille de 1 à 5");

        var untranslated = send(authorized("/api/refused")
                .header("Accept-Language", "fr")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(untranslated.headers().firstValue("Content-Language")).hasValue("en");
        assertThat(untranslated.body()).contains("Thing already here", "It is here already.");
    }

    @Test
    void aFailureTellsNothing() throws Exception {
        var problem = expect(500, "internal", post("/api/broken", "{}"));

        assertThat(problem.toString()).doesNotContain("secret");
    }

    @Test
    void noTokenABadOneAnOldOneOrOneForOthersIsUnauthenticated() throws Exception {
        expect(401, "unauthenticated", send(to("/api/things")));
        expect(401, "unauthenticated", send(to("/api/things").header("Authorization", "Bearer x.y.z")));
        var old = TestTokens.aToken(lea.toString())
                .issuedAt(Instant.now().minusSeconds(900))
                .expiresAt(Instant.now().minusSeconds(600))
                .signed();
        expect(401, "unauthenticated", send(to("/api/things").header("Authorization", "Bearer " + old)));
        var service = TestTokens.service("report-service");
        var refused = send(to("/api/things").header("Authorization", "Bearer " + service));
        expect(401, "unauthenticated", refused);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        expect(401, "unauthenticated", get("/internal/things"));
    }

    @Test
    void aServiceAsksForAPerson() throws Exception {
        var service = to("/internal/things").header("Authorization", "Bearer " + TestTokens.service("report-service"));
        expect(400, "invalid-input", send(service.copy()));
        expect(400, "invalid-input", send(service.copy().header("On-Behalf-Of", "lea")));

        var answer = send(service.copy().header("On-Behalf-Of", lea.toString()));

        assertThat(answer.body()).contains(lea.toString()).contains("report-service");
    }

    @Test
    void operatorsAlonePassOperatorsRoutes() throws Exception {
        expect(403, "forbidden", get("/api/secrets"));
        expect(403, "forbidden", get("/api/operator/anything"));

        var operator = to("/api/secrets").header("Authorization", "Bearer " + TestTokens.operator(lea));
        assertThat(send(operator).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsDelicateNeedsASignInOfTheLastMinutesWhateverTheTokensAge() throws Exception {
        assertThat(get("/api/delicate").statusCode()).isEqualTo(200);
        var now = Instant.now();
        var signedInBefore = TestTokens.aToken(lea.toString())
                .issuedAt(now.minusSeconds(16 * 60))
                .expiresAt(now.plusSeconds(60))
                .signed();

        var refused = send(to("/api/delicate").header("Authorization", "Bearer " + signedInBefore));

        expect(401, "sign-in-too-old", refused);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer error=\"insufficient_user_authentication\", max_age=900");
        assertThat(send(to("/api/things").header("Authorization", "Bearer " + signedInBefore))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theWrongMethodIsToldTheRightOnes() throws Exception {
        var refused = send(authorized("/api/things").DELETE());
        expect(405, "method-not-allowed", refused);

        assertThat(refused.headers().firstValue("Allow").orElse(""))
                .contains("GET")
                .contains("POST");
    }

    @ParameterizedTest
    @CsvSource({"FOO, /api/things, 405", "PROPFIND, /api/secrets, 405", "FOO, /api/nowhere, 404"})
    void aMethodThatNobodyKnowsIsToldThoseThatThereAre(String method, String path, int status) throws Exception {
        var refused = send(authorized(path).method(method, BodyPublishers.noBody()));

        expect(status, status == 405 ? "method-not-allowed" : "not-found", refused);
        assertThat(refused.headers().firstValue("Allow"))
                .isEqualTo(
                        switch (path) {
                            case "/api/things" -> Optional.of("GET, POST");
                            case "/api/secrets" -> Optional.of("GET");
                            default -> Optional.empty();
                        });
    }

    @Test
    void traceIsToldTheMethodsThatThereAre() throws Exception {
        var refused = send(authorized("/api/secrets").method("TRACE", BodyPublishers.noBody()));

        expect(405, "method-not-allowed", refused);
        assertThat(refused.headers().allValues("Allow")).containsExactly("GET");
    }

    @Test
    void theWrongMediaTypeIsRefused() throws Exception {
        expect(
                415,
                "unsupported-media-type",
                send(authorized("/api/things")
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString("a;b"))));
        expect(
                406,
                "not-acceptable",
                send(authorized("/api/things/" + ProjectId.next()).header("Accept", "image/png")));
    }

    @Test
    void aBodyThatDeclaresTooMuchIsRefused() throws Exception {
        expect(413, "payload-too-large", post("/api/things", "x".repeat(1 << 21)));
    }

    @Test
    void aBodyThatGrowsTooLargeIsRefused() throws Exception {
        var endless = BodyPublishers.ofInputStream(() -> new EndlessInputStream(2 << 20));
        expect(
                413,
                "payload-too-large",
                send(authorized("/api/things")
                        .header("Content-Type", "application/json")
                        .POST(endless)));
    }

    @Test
    void anAddressThatTheContainerRefusesIsAProblemToo() throws Exception {
        expect(400, "invalid-input", get("/api/things/..%2f..%2fetc"));
    }

    @Test
    void healthIsOpenAndTheRestOfManagementIsForOperatorsAndServices() throws Exception {
        assertThat(send(to("/actuator/health")).statusCode()).isEqualTo(200);
        for (var path : List.of("/v3/api-docs", "/actuator/metrics")) {
            expect(401, "unauthenticated", send(to(path)));
            expect(403, "forbidden", get(path));
            for (var token : List.of(TestTokens.service("report-service"), TestTokens.operator(lea))) {
                assertThat(send(to(path).header("Authorization", "Bearer " + token))
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aLongAnswerIsOneObjectALine() throws Exception {
        var answer = send(numbers(2000));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(answer.body().lines()).hasSize(1000).first().isEqualTo("{\"number\":0}");
    }

    @Test
    void aLongAnswerThatFailsIsCutAndNeverTakenForTheWhole() {
        assertThatThrownBy(() -> send(numbers(500))).isInstanceOf(IOException.class);
    }

    private HttpRequest.Builder numbers(int until) {
        return to("/internal/numbers?until=" + until)
                .header("Authorization", "Bearer " + TestTokens.service("report-service"));
    }

    private static JsonNode expect(int status, String fact, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = JsonMapper.shared().readTree(response.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:atelier:problem:" + fact);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(authorized(path));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(authorized(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder authorized(String path) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** An endless JSON text, up to a limit. */
    private static final class EndlessInputStream extends InputStream {
        private int left;

        EndlessInputStream(int bytes) {
            left = bytes;
        }

        @Override
        public int read() {
            return left-- > 0 ? (left == (2 << 20) - 1 ? '"' : 'x') : -1;
        }
    }
}
