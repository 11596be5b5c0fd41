package dev.atelier.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TestTokens;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A queue that a service declares: done by its workers, shown to operators. */
@RealMongo
@TrustTestTokens
@AutoConfigureRestTestClient
@SpringBootTest(
        classes = WorkQueueControllerTest.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=queue-test", "atelier.kafka.enabled=false"})
class WorkQueueControllerTest {
    private static final String ROUTE = "/api/operator/queue-test/work-queues";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Parcels parcels() {
            return new Parcels();
        }

        @Bean
        WorkQueue<Parcel> parcelQueue(WorkQueueFactory queues) {
            return queues.queue("parcels", Parcel.class, WorkQueuePolicy.DEFAULT);
        }

        @Bean
        WorkerThreadPool parcelWorkers(WorkQueueFactory queues, WorkQueue<Parcel> parcelQueue, Parcels parcels) {
            return queues.workers(parcelQueue, 1, List.of(parcels));
        }
    }

    @Autowired
    private WorkQueue<Parcel> queue;

    @Autowired
    private Parcels parcels;

    @Autowired
    private TransactionRunner transactions;

    @Autowired
    private RestTestClient http;

    private String token = TestTokens.operator(new UserId(UUID.randomUUID()));

    @BeforeEach
    void threeParcelsThatCannotBeSent() {
        for (var id : List.of("a", "b", "c")) {
            parcels.refused.add(id);
            enqueue(id);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> queue.find(id)
                            .filter(item -> item.state() == WorkItemState.GIVEN_UP)
                            .isPresent());
        }
    }

    @AfterEach
    void removeAll() {
        List.of("a", "b", "c", "d").forEach(queue::cancel);
    }

    private void enqueue(String id) {
        transactions.run(() -> queue.enqueue(
                WorkRequest.of("send", WorkspaceId.next(), new Parcel(new UserId(UUID.randomUUID()), "Secret"))
                        .once(id)));
    }

    private RestTestClient.ResponseSpec ask(HttpMethod method, String path) {
        return http.method(method)
                .uri(ROUTE + path)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private String get(String path) {
        var body = ask(HttpMethod.GET, path)
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        return body == null ? "" : body;
    }

    @Test
    void anOperatorSeesAllQueuesAndWhatWasGivenUp() {
        assertThat(get("")).contains("\"name\":\"parcels\"", "\"givenUp\":3", "\"waiting\":0");

        var first = get("/parcels/items?limit=2");
        assertThat(first)
                .contains("\"id\":\"a\"", "\"id\":\"b\"", "\"reason\":\"no address\"")
                .doesNotContain("Secret", "\"id\":\"c\"");
        var next = first.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
        assertThat(get("/parcels/items?limit=2&cursor=" + next)).contains("\"id\":\"c\"", "\"next\":null");
        assertThat(get("/parcels/items?state=WAITING")).contains("\"items\":[]");
        ask(HttpMethod.GET, "/letters/items").expectStatus().isNotFound();
        ask(HttpMethod.GET, "/parcels/items?state=LOST").expectStatus().isBadRequest();
    }

    @Test
    void anOperatorHasItTriedAgain() {
        parcels.refused.clear();

        ask(HttpMethod.POST, "/parcels/items/b/retry")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo("b");

        await().atMost(Duration.ofSeconds(20)).until(() -> queue.find("b").isEmpty());
        ask(HttpMethod.POST, "/parcels/items/b/retry").expectStatus().isNotFound();
        assertThat(get("/parcels/items")).doesNotContain("\"id\":\"b\"");
    }

    @Test
    void whatWasNotGivenUpIsNotRetried() {
        transactions.run(() ->
                queue.enqueue(WorkRequest.of("elsewhere", null, new Parcel(new UserId(UUID.randomUUID()), ""))
                        .once("d")));

        ask(HttpMethod.POST, "/parcels/items/d/retry")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:atelier:problem:work-item-not-given-up");
    }

    @Test
    void othersMayNot() {
        token = TestTokens.of(new UserId(UUID.randomUUID()));

        ask(HttpMethod.GET, "").expectStatus().isForbidden();
    }

    /** Sends what is not refused. */
    private static final class Parcels implements WorkHandler<Parcel> {
        private final Set<String> refused = ConcurrentHashMap.newKeySet();

        @Override
        public String kind() {
            return "send";
        }

        @Override
        public void handle(WorkClaim<Parcel> claim) {
            if (refused.contains(claim.item().id())) {
                claim.giveUp("no address");
            }
        }
    }

    /** What is sent. */
    private record Parcel(UserId to, String content) {}
}
