package dev.atelier.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.id.UserId;
import dev.atelier.testkit.tokens.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Errors of a client are reported to this client and do not open the circuit breaker for others. */
@GatewayTest
class ClientErrorTest {
    private final UserId mallory = GatewayClient.newUser();

    @Autowired
    private GatewayClient door;

    @BeforeEach
    void ready() {
        door.awaitReady();
        GatewayClient.WORKSPACE.respondHello();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%zz",
                "a=%",
                "a=%ff",
                "a=%00",
                "a=%c3%28",
                "%c0%af=1",
                "=",
                "a=1&=2",
                "%01=1",
                "%f3%8e%84%b9=1"
            })
    void aQueryThatIsNoTextIsRefusedAndNotCountedAgainstTheService(String query) throws Exception {
        for (int i = 0; i < 12; i++) {
            var answer = rawGet("/api/workspaces?" + query);
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("urn:atelier:problem:invalid-input", "\"query\"");
        }
        othersAreServed();
    }

    @Test
    void aThousandParametersPassAndOneMoreIsRefused() throws Exception {
        var thousand = IntStream.range(0, 1000).mapToObj(i -> "a=1").collect(Collectors.joining("&"));

        assertThat(door.send(door.as(mallory, "/api/workspaces?" + thousand)).statusCode())
                .isEqualTo(200);
        for (int i = 0; i < 12; i++) {
            RoutingTest.expect(door.send(door.as(mallory, "/api/workspaces?b=1&" + thousand)), 400, "invalid-input");
        }
        othersAreServed();
    }

    @Test
    void aBodyThatBreaksOffIsNotCountedAgainstTheService() throws Exception {
        for (int i = 0; i < 15; i++) {
            try (var raw = raw()) {
                raw.send(post("Content-Length: 100"), "{\"a\"");
            }
        }
        othersAreServed();
        assertThat(GatewayClient.WORKSPACE.received())
                .allMatch(one -> one.line().startsWith("GET"));
    }

    @Test
    void unfinishedBodiesKeepNobodyElseOut() throws Exception {
        var held = new ArrayList<RawGatewayClient>();
        try {
            for (int i = 0; i < 12; i++) {
                held.add(raw().send(post("Content-Length: 100"), "{\"a\""));
            }
            malloryIsToldToWait();
            othersAreServed();
        } finally {
            for (var one : held) {
                one.close();
            }
        }
    }

    @Test
    void whoSendsTooManyBodiesAtOnceIsToldToWait() throws Exception {
        try (var first = raw().send(post("Content-Length: 100"), "{\"a\"")) {
            malloryIsToldToWait();
            assertThat(first.readAll()).startsWith("HTTP/1.1 408 ").contains("urn:atelier:problem:body-too-slow");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "*/*, 415, unsupported-media-type",
        "application/*, 415, unsupported-media-type",
        "text/*, 415, unsupported-media-type",
        "nonsense, 415, unsupported-media-type",
        "application/x-www-form-urlencoded, 415, unsupported-media-type",
        "multipart/form-data, 415, unsupported-media-type",
    })
    void aBodyOfNoSingleKindIsRefused(String type, int status, String fact) throws Exception {
        for (var method : new String[] {"POST", "PATCH"}) {
            var answer = door.send(door.as(mallory, "/api/workspaces")
                    .header("Content-Type", type)
                    .method(method, BodyPublishers.ofString("a=%zz")));
            RoutingTest.expect(answer, status, fact);
            assertThat(answer.body()).contains("\"instance\":\"/api/workspaces\"");
        }
        assertThat(GatewayClient.WORKSPACE.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "TRACE"})
    void methodsThatNoServiceHasAreRefusedWithARequestId(String method) throws Exception {
        try (var raw = raw()) {
            var answer = raw.send(head(method, "/api/workspaces", ""), "").readAll();
            assertThat(answer)
                    .startsWith("HTTP/1.1 405 ")
                    .contains("urn:atelier:problem:method-not-allowed", "X-Request-Id: ", "Allow: ")
                    .containsPattern("\"requestId\":\"[0-9a-f-]{36}\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/workspaces/%C0%AF", "/api/workspaces/%ff", "/api/workspaces/%zz"})
    void aPathThatIsNoTextIsRefused(String path) throws Exception {
        assertThat(rawGet(path))
                .startsWith("HTTP/1.1 400 ")
                .contains("urn:atelier:problem:invalid-input")
                .containsPattern("\"requestId\":\"[0-9a-f-]{36}\"");
    }

    private void malloryIsToldToWait() {
        await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> {
            var another = door.send(door.as(mallory, "/api/workspaces")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}")));
            RoutingTest.expect(another, 429, "too-many-at-once");
            assertThat(another.headers().firstValue("Retry-After")).hasValue("1");
        });
    }

    private void othersAreServed() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(door.send(door.as(GatewayClient.newUser(), "/api/workspaces"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private String rawGet(String target) throws Exception {
        try (var raw = raw()) {
            return raw.send(head("GET", target, "Accept: */*"), "").readAll();
        }
    }

    private String post(String length) {
        return head("POST", "/api/workspaces", "Content-Type: application/json\n" + length);
    }

    private static String head(String method, String target, String more, UserId person) {
        return method + " " + target + " HTTP/1.1\nHost: localhost\nConnection: close\nAuthorization: "
                + TestTokens.bearer(TestTokens.of(person)) + "\n" + more;
    }

    private String head(String method, String target, String more) {
        return head(method, target, more, mallory);
    }

    private RawGatewayClient raw() throws Exception {
        return new RawGatewayClient(door.to("/").build().uri());
    }
}
