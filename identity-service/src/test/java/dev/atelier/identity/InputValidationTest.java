package dev.atelier.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.identity.TestUserFactory.TestUser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class InputValidationTest {
    private static @Nullable TestUser operator;

    @LocalServerPort
    int port;

    IdentityClient client = new IdentityClient(0, "");

    @BeforeEach
    void anOperatorAsks() {
        if (operator == null) {
            operator = TestUserFactory.operator();
        }
        client = operator.at(port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            # body                              | If-Match | status | problem          | field
            {"firstName": 7}                    | "1"      | 400    | invalid-input    | firstName
            {"firstName": ""}                   | "1"      | 400    | invalid-input    | firstName
            {"lastName": "a<b"}                 | "1"      | 400    | invalid-input    | lastName
            {"locale": "de"}                    | "1"      | 400    | invalid-input    | locale
            {"locale": ["en"]}                  | "1"      | 400    | invalid-input    | locale
            {"timeZone": "Paris"}               | "1"      | 400    | invalid-input    | timeZone
            {"email": "new@example.org"}        | "1"      | 400    | invalid-input    | email
            {"activated": true}                 | "1"      | 400    | invalid-input    | activated
            {"locale": "en", "locale": "fr"}    | "1"      | 400    | invalid-input    | body
            {                                   | "1"      | 400    | invalid-input    | body
            []                                  | "1"      | 400    | invalid-input    | body
            {}                                  | 1        | 400    | invalid-input    | If-Match
            {}                                  | w/"1"    | 400    | invalid-input    | If-Match
            {}                                  | -        | 428    | if-match-missing | -
            {}                                  | "999"    | 412    | stale            | -
            """)
    void aChangeOfOneselfIsRefusedByField(
            String body, @Nullable String ifMatch, int status, String problem, @Nullable String field) {
        expect(status, problem, field, client.patch("/api/me", ifMatch, body));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # method | path                                                                 | status | problem            | field
            GET      | /api/operator/users                                                  | 400    | invalid-input      | email
            GET      | /api/operator/users?email=                                           | 400    | invalid-input      | email
            GET      | /api/operator/users?email=lea                                        | 400    | invalid-input      | email
            GET      | /api/operator/users?email=du%C5%A1an@example.org                     | 400    | invalid-input      | email
            GET      | /api/operator/users?email=lea@example.org&limit=0                    | 400    | invalid-input      | limit
            GET      | /api/operator/users?email=lea@example.org&limit=101                  | 400    | invalid-input      | limit
            GET      | /api/operator/users?email=lea@example.org&limit=many                 | 400    | invalid-input      | limit
            GET      | /api/operator/users?email=lea@example.org&cursor=x                   | 400    | invalid-input      | cursor
            GET      | /api/operator/security-log?kind=NONSENSE                             | 400    | invalid-input      | kind
            GET      | /api/operator/security-log?outcome=perhaps                           | 400    | invalid-input      | outcome
            GET      | /api/operator/security-log?userId=7                                  | 400    | invalid-input      | userId
            GET      | /api/operator/security-log?from=yesterday                            | 400    | invalid-input      | from
            GET      | /api/operator/security-log?to=1969-12-31T23:59:59Z                   | 400    | invalid-input      | to
            GET      | /api/operator/security-log?from=%2B10000-01-01T00:00:00Z             | 400    | invalid-input      | from
            GET      | /api/operator/security-log?limit=0                                   | 400    | invalid-input      | limit
            GET      | /api/operator/security-log?cursor=x                                  | 400    | invalid-input      | cursor
            GET      | /api/operator/security-log/verification?after=-1                     | 400    | invalid-input      | after
            GET      | /api/operator/security-log/verification?after=many                   | 400    | invalid-input      | after
            GET      | /api/operator/security-log/verification?after=9000000000000000       | 400    | invalid-input      | after
            GET      | /api/operator/security-alerts?kind=NONSENSE                          | 400    | invalid-input      | kind
            GET      | /api/operator/security-alerts?limit=101                              | 400    | invalid-input      | limit
            GET      | /api/operator/security-alerts?cursor=WyJ4Il0                         | 400    | invalid-input      | cursor
            POST     | /api/operator/security-log                                           | 405    | method-not-allowed | -
            POST     | /api/operator/users/7/deactivate                                     | 400    | invalid-input      | userId
            POST     | /api/operator/users/7/reactivate                                     | 400    | invalid-input      | userId
            POST     | /api/operator/users/0197c0de-0000-7000-8000-000000000000/deactivate  | 404    | not-found          | -
            POST     | /api/operator/users/0197c0de-0000-7000-8000-000000000000/reactivate  | 404    | not-found          | -
            PUT      | /api/me                                                              | 405    | method-not-allowed | -
            """)
    void aRequestOfAnOperatorIsRefusedByField(
            String method, String path, int status, String problem, @Nullable String field) {
        expect(status, problem, field, client.send(method, path, null, null));
    }

    @Test
    void allFieldsAtFaultAreNamedAtOnce() {
        var testResponse = client.patch("/api/me", "\"1\"", "{\"locale\": \"de\", \"timeZone\": \"Mars\"}");

        assertThat(testResponse.body().path("errors")).hasSize(2);
    }

    @Test
    void anOperatorCannotShutThemselvesOut() {
        client.get("/api/me");

        var testResponse = client.post("/api/operator/users/" + operatorId() + "/deactivate");

        assertThat(testResponse.status()).isEqualTo(409);
        assertThat(testResponse.problem()).isEqualTo("cannot-deactivate-yourself");
    }

    @Test
    void onlyOperatorsLookPeopleUpOrShutThemOut() {
        var lea = TestUserFactory.register("Lea", "Martin").at(port);

        for (var testResponse : new IdentityClient.TestResponse[] {
            lea.get("/api/operator/users?email=operator@atelier.example"),
            lea.post("/api/operator/users/" + operatorId() + "/deactivate"),
            lea.post("/api/operator/users/" + operatorId() + "/reactivate")
        }) {
            assertThat(testResponse.status()).isEqualTo(403);
            assertThat(testResponse.problem()).isEqualTo("forbidden");
        }
    }

    @Test
    void withoutATokenNothingIsSaid() {
        assertThat(new IdentityClient(port, "none").get("/api/me").status()).isEqualTo(401);
    }

    private static Object operatorId() {
        assertThat(operator).isNotNull();
        return operator.id();
    }

    private static void expect(
            int status, String problem, @Nullable String field, IdentityClient.TestResponse testResponse) {
        assertThat(testResponse.body().toString()).contains("urn:atelier:problem:" + problem);
        assertThat(testResponse.status()).isEqualTo(status);
        if (field != null) {
            assertThat(testResponse.body().path("errors").path(0).path("field").asString())
                    .isEqualTo(field);
        }
    }
}
