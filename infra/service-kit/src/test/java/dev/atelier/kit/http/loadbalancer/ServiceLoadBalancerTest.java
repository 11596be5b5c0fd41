package dev.atelier.kit.http.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

class ServiceLoadBalancerTest {
    private static final Duration PASS_OVER = Duration.ofSeconds(2);

    private final CloseableHttpClient http = HttpClients.custom()
            .disableAutomaticRetries()
            .setConnectionReuseStrategy((_, _, _) -> false)
            .build();
    private final FakeServiceInstance first = new FakeServiceInstance();
    private final FakeServiceInstance second = new FakeServiceInstance();
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    @AfterEach
    void stop() throws IOException {
        http.close();
        first.close();
        second.close();
    }

    @Test
    void instancesTakeTurns() throws IOException {
        var both = over(first, second);

        for (int n = 0; n < 4; n++) {
            assertThat(ask(both, HttpMethod.GET, null)).isEqualTo(200);
        }

        assertThat(first.asked()).hasSize(2);
        assertThat(second.asked()).hasSize(2);
    }

    @Test
    void anInstanceThatRefusesConnectionsIsPassedOverWhateverIsAsked() throws IOException {
        var both = over(first, second);
        first.close();

        for (int n = 0; n < 3; n++) {
            assertThat(ask(both, HttpMethod.POST, null)).isEqualTo(200);
        }

        assertThat(second.asked())
                .containsOnly("POST /things?a=b%20c body of the test")
                .hasSize(3);
    }

    @Test
    void anInstanceThatWasAwayIsAskedAgainAfterAWhile() throws IOException {
        var both = over(first, second);
        first.respondWith(FakeServiceInstance.ScriptedReply.BREAK_OFF);
        assertThat(ask(both, HttpMethod.GET, null)).isEqualTo(200);
        first.respondWith(FakeServiceInstance.ScriptedReply.ANSWER);
        for (int n = 0; n < 3; n++) {
            ask(both, HttpMethod.GET, null);
        }
        assertThat(first.asked()).isEmpty();

        now = now.plus(PASS_OVER);
        ask(both, HttpMethod.GET, null);
        ask(both, HttpMethod.GET, null);

        assertThat(first.asked()).hasSize(1);
    }

    @Test
    void aLostAnswerIsNotAskedForAgainWhereThatCouldDoThingsTwice() {
        first.respondWith(FakeServiceInstance.ScriptedReply.BREAK_OFF);

        assertThatThrownBy(() -> ask(over(first, second), HttpMethod.POST, null))
                .isInstanceOf(NoHttpResponseException.class);
        assertThatThrownBy(() -> ask(over(first, second), HttpMethod.PATCH, null))
                .isInstanceOf(NoHttpResponseException.class);

        assertThat(second.asked()).isEmpty();
    }

    @Test
    void aLostAnswerIsAskedForAgainWithAKeyOrWhereTheMethodAllowsIt() throws IOException {
        first.respondWith(FakeServiceInstance.ScriptedReply.BREAK_OFF);

        assertThat(ask(over(first, second), HttpMethod.POST, "key-1")).isEqualTo(200);
        assertThat(ask(over(first, second), HttpMethod.PUT, null)).isEqualTo(200);
        assertThat(ask(over(first, second), HttpMethod.DELETE, null)).isEqualTo(200);

        assertThat(second.asked())
                .containsExactly(
                        "POST /things?a=b%20c body of the test",
                        "PUT /things?a=b%20c body of the test", "DELETE /things?a=b%20c body of the test");
    }

    @Test
    void aStoppingServerThatRefusesUnreadIsPassedOver() throws IOException {
        first.respondWith(FakeServiceInstance.ScriptedReply.REFUSE_UNREAD);

        assertThat(ask(over(first, second), HttpMethod.POST, null)).isEqualTo(200);
    }

    @Test
    void anExplainedRefusalIsTheAnswer() throws IOException {
        first.respondWith(FakeServiceInstance.ScriptedReply.EXPLAIN);

        assertThat(ask(over(first, second), HttpMethod.GET, null)).isEqualTo(503);
        assertThat(second.asked()).isEmpty();
    }

    @Test
    void aDrainingInstanceComesAfterTheOthers() throws IOException {
        var both = over(first, second);
        first.respondWith(FakeServiceInstance.ScriptedReply.ANSWER_AND_CLOSE);

        for (int n = 0; n < 3; n++) {
            assertThat(ask(both, HttpMethod.POST, null)).isEqualTo(200);
        }

        assertThat(first.asked()).hasSize(1);
    }

    @Test
    void whereAllAreAwayTheLastFailureIsTheAnswer() {
        var both = over(first, second);
        first.close();
        second.close();

        for (int n = 0; n < 2; n++) {
            assertThatThrownBy(() -> ask(both, HttpMethod.GET, null)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void theOneAddressOfAServiceIsAskedOnceAndEachTime() throws IOException {
        var one = over(first);
        first.respondWith(FakeServiceInstance.ScriptedReply.REFUSE_UNREAD);
        assertThat(ask(one, HttpMethod.GET, null)).isEqualTo(503);
        first.respondWith(FakeServiceInstance.ScriptedReply.BREAK_OFF);
        assertThatThrownBy(() -> ask(one, HttpMethod.GET, null)).isInstanceOf(NoHttpResponseException.class);
        assertThat(first.asked()).hasSize(1);
        first.respondWith(FakeServiceInstance.ScriptedReply.ANSWER);

        assertThat(ask(one, HttpMethod.GET, null)).isEqualTo(200);
    }

    @Test
    void aFileGoesToTheNextInstanceOnlyWhileNothingOfItWasSent() throws IOException {
        var both = over(first, second);
        first.close();
        for (int n = 0; n < 2; n++) {
            assertThat(send(both, "a file")).isEqualTo(200);
        }
        assertThat(second.asked()).containsOnly("POST /files a file").hasSize(2);

        second.respondWith(FakeServiceInstance.ScriptedReply.BREAK_OFF);
        assertThatThrownBy(() -> send(both, "another")).isInstanceOf(IOException.class);
        assertThat(second.asked()).hasSize(1);
    }

    /** Sends a body that can be read only once, with an idempotency key that would allow a retry. */
    private static int send(ClientHttpRequestFactory requests, String file) throws IOException {
        var coming = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        var request = requests.createRequest(URI.create("http://things-service/files"), HttpMethod.POST);
        request.getHeaders().setContentType(MediaType.APPLICATION_OCTET_STREAM);
        request.getHeaders().setContentLength(coming.available());
        request.getHeaders().set("Idempotency-Key", "once");
        ((StreamingHttpOutputMessage) request).setBody(coming::transferTo);
        try (var response = request.execute()) {
            return response.getStatusCode().value();
        }
    }

    private ClientHttpRequestFactory over(FakeServiceInstance... instances) {
        var addresses =
                List.of(instances).stream().map(FakeServiceInstance::address).toList();
        return new ServiceLoadBalancer(List.of("things-service"), _ -> addresses, PASS_OVER, () -> now)
                .requestFactory(new HttpComponentsClientHttpRequestFactory(http));
    }

    private static int ask(ClientHttpRequestFactory requests, HttpMethod method, String key) throws IOException {
        var request = requests.createRequest(URI.create("http://things-service/things?a=b%20c"), method);
        if (key != null) {
            request.getHeaders().set("Idempotency-Key", key);
        }
        if (!method.equals(HttpMethod.GET)) {
            request.getBody().write("body of the test".getBytes(StandardCharsets.UTF_8));
        }
        try (var response = request.execute()) {
            response.getBody().readAllBytes();
            return response.getStatusCode().value();
        }
    }
}
