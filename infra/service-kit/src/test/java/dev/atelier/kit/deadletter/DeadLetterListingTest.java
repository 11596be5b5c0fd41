package dev.atelier.kit.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.UserId;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TestIssuer;
import dev.atelier.testkit.tokens.TestTokens;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.servlet.client.RestTestClient;

@RealMongo
@TestIssuer
@AutoConfigureRestTestClient
@SpringBootTest(
        classes = DeadLetterListingTest.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=listing-test", "atelier.kafka.enabled=false"})
class DeadLetterListingTest {
    private static final String ROUTE = "/api/operator/listing-test/dead-letters";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Autowired
    private DeadLetters letters;

    @Autowired
    private RestTestClient http;

    @Test
    void anOperatorPagesThroughThemMasked() {
        for (int offset = 0; offset < 3; offset++) {
            letters.keep(record(offset), new Reason("IllegalArgumentException", "cannot work"));
        }

        var first = get("?limit=2");
        assertThat(first).contains("\"name\":\"***\"").doesNotContain("Secret").contains("\"next\":\"");
        var next = first.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
        assertThat(get("?limit=2&cursor=" + next)).contains("\"next\":null").contains("\"reason\"");
    }

    @Test
    void othersMayNot() {
        http.get()
                .uri(ROUTE)
                .header("Authorization", "Bearer " + TestTokens.of(new UserId(UUID.randomUUID())))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private String get(String query) {
        var token = TestTokens.operator(new UserId(UUID.randomUUID()));
        var body = http.get()
                .uri(ROUTE + query)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        return body == null ? "" : body;
    }

    private static ConsumerRecord<String, String> record(long offset) {
        var record = new ConsumerRecord<>("workspace.events", 0, offset, "key", "{\"name\":\"Secret\"}");
        record.headers().add("ce_subject", "projects/1".getBytes(UTF_8));
        return record;
    }
}
