package dev.atelier.kit.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TestTokens;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

@RealMongo
@TrustTestTokens
@AutoConfigureRestTestClient
@SpringBootTest(
        classes = DeadLetterListingTest.DeadLetterListingApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=listing-test", "atelier.kafka.enabled=false"})
class DeadLetterListingTest {
    private static final String ROUTE = "/api/operator/listing-test/dead-letters";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class DeadLetterListingApplication {}

    @Autowired
    private DeadLetterStore letters;

    @Autowired
    private TransactionRunner transactions;

    @Autowired
    private RestTestClient http;

    @Test
    void anOperatorPagesThroughThemMasked() {
        for (int offset = 0; offset < 3; offset++) {
            keep(record(offset));
        }

        var first = get("?limit=2");
        assertThat(first).contains("\"name\":\"***\"").doesNotContain("Secret").contains("\"next\":\"");
        var next = first.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
        assertThat(get("?limit=2&cursor=" + next)).contains("\"next\":null").contains("\"reason\"");
    }

    @Test
    void anOperatorReadsOneAndSeesWhatItWaitsBehind() {
        keep(record(10));
        keep(record(11));

        assertThat(get("/workspace.events-0-11"))
                .contains("\"id\":\"workspace.events-0-11\"")
                .contains("\"blockedBy\":\"workspace.events-0-")
                .doesNotContain("Secret");
        expect(HttpStatus.NOT_FOUND, "/workspace.events-9-1");
    }

    @Test
    void aKeyOrAnExplanationThatMayHoldContentIsNotShown() {
        var failure = new IllegalArgumentException("Secret");
        transactions.run(() -> letters.save(
                new ConsumerRecord<>("report.events", 0, 1, "Secret", "Secret"), DeadLetterReason.failed(failure)));

        assertThat(get("/report.events-0-1")).doesNotContain("Secret").contains("DeadLetterListingTest.aKey");
    }

    @Test
    void whatNothingHandlesCanOnlyBeDropped() {
        var deadLetterOperatorClient = new DeadLetterOperatorClient(http, "listing-test");
        keep(record(20, "projects/2"));

        deadLetterOperatorClient
                .replay("workspace.events-0-20")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:atelier:problem:nothing-handles-it");
        deadLetterOperatorClient
                .drop("workspace.events-0-20", "{\"reason\": \"of an old build\"}")
                .expectStatus()
                .isNoContent();
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

    private void expect(HttpStatus status, String path) {
        http.get()
                .uri(ROUTE + path)
                .header("Authorization", "Bearer " + TestTokens.operator(new UserId(UUID.randomUUID())))
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private void keep(ConsumerRecord<String, String> record) {
        transactions.run(() -> letters.save(record, new DeadLetterReason("IllegalArgumentException", "cannot work")));
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
        return record(offset, "projects/1");
    }

    private static ConsumerRecord<String, String> record(long offset, String subject) {
        var record = new ConsumerRecord<>("workspace.events", 0, offset, "key", "{\"name\":\"Secret\"}");
        record.headers().add("ce_subject", subject.getBytes(UTF_8));
        return record;
    }
}
