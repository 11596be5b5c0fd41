package dev.atelier.notification;

import static dev.atelier.notification.TestEventPublisher.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.WorkspaceEvent.MemberJoined;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.notification.FakeWebhookConsumer.ScriptedResponse;
import dev.atelier.notification.TestEventPublisher.TestWorkspace;
import dev.atelier.notification.webhook.delivery.DeliveryStream;
import dev.atelier.notification.webhook.queue.DeliveryClaimStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Delivers events from Kafka to a webhook consumer over HTTP. */
@ServiceTest
class WebhookDeliveryTest {
    @Autowired
    private TestEventPublisher town;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private DeliveryClaimStore claims;

    private final FakeWebhookConsumer consumer = new FakeWebhookConsumer();
    private TestWorkspace house;
    private String endpoint;

    @BeforeEach
    void anEndpointForRuns() {
        house = town.createWorkspace();
        endpoint = house.createEndpoint(consumer);
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    @Test
    void aRunsFactsArriveSignedNumberedAndInOrder() {
        town.publishFirst(new MemberJoined(house.id(), house.member().id(), null), 7);
        var run = house.publishRun();

        arrived(2);
        assertThat(consumer.sequences("runs/" + run)).containsExactly(1L, 2L);
        assertThat(consumer.arrivals()).allMatch(FakeWebhookConsumer.RecordedDelivery::genuine);
        assertThat(consumer.arrivals())
                .extracting(FakeWebhookConsumer.RecordedDelivery::type)
                .containsExactly("agent-run.run-queued", "agent-run.run-started");
        var first = consumer.arrivals().getFirst().body();
        assertThat(first.propertyNames()).containsExactly("type", "timestamp", "data");
        assertThat(first.path("data").path("workspaceId").asString())
                .isEqualTo(house.id().toString());
        assertThat(first.path("data").path("agentName").asString()).isEqualTo("Weekly status");
    }

    @Test
    void nothingOvertakesAHeadThatFails() {
        consumer.next(ScriptedResponse.status(500), ScriptedResponse.status(503));
        var run = house.publishRun();

        arrived(4);
        assertThat(consumer.sequences("runs/" + run)).containsExactly(1L, 1L, 1L, 2L);
        assertThat(consumer.arrivals().stream()
                        .limit(3)
                        .map(FakeWebhookConsumer.RecordedDelivery::id)
                        .distinct())
                .as("a repetition is known by its id")
                .hasSize(1);
        assertThat(consumer.arrivals()).allMatch(FakeWebhookConsumer.RecordedDelivery::genuine);
    }

    @Test
    void eachSubjectStaysInOrderWhateverFailsBetween() {
        consumer.next(
                ScriptedResponse.status(500),
                ScriptedResponse.status(204),
                ScriptedResponse.status(503),
                ScriptedResponse.status(204),
                ScriptedResponse.status(429),
                ScriptedResponse.status(204),
                ScriptedResponse.status(404));
        var runs = IntStream.range(0, 5).mapToObj(i -> house.publishRun()).toList();

        await().atMost(TIMEOUT).until(() -> count(new Document("state", "DELIVERED")) == 10);
        runs.forEach(run -> assertThat(consumer.sequences("runs/" + run))
                .isSorted()
                .contains(1L)
                .endsWith(2L));
        var tries = tries();
        assertThat(tries.stream().filter("REFUSED"::equals)).hasSize(4);
        assertThat(tries.stream().filter("DELIVERED"::equals)).hasSize(10);
        // On a machine that stalls for a second a response may arrive too late; then the log contains it, and nothing
        // else is delivered twice.
        assertThat(tries).isSubsetOf("REFUSED", "DELIVERED", "TIMED_OUT").hasSizeGreaterThanOrEqualTo(14);
        assertThat(consumer.arrivals()).hasSizeBetween(14, tries.size());
    }

    @Test
    void theLogShowsRequestAndAnswerWithoutSecrets() {
        consumer.next(new ScriptedResponse(
                500, Map.of("Set-Cookie", "session=answer-secret", "X-Trace", "abc"), "out of order", Duration.ZERO));
        house.publishRun();
        arrived(3);

        var line = await().atMost(TIMEOUT)
                .until(
                        () -> house.manager()
                                .get(endpoint + "/deliveries?state=DELIVERED")
                                .expect(200)
                                .json()
                                .path("items"),
                        items -> items.size() == 2)
                .valueStream()
                .filter(item -> item.path("type").asString("").equals("agent-run.run-queued"))
                .findFirst()
                .orElseThrow();
        var one = house.manager()
                .get(endpoint + "/deliveries/" + line.path("id").asString())
                .expect(200);
        assertThat(one.json().path("attempts").size()).isEqualTo(2);
        var failed = one.json().path("attempts").path(0);
        assertThat(failed.path("result").asString()).isEqualTo("REFUSED");
        assertThat(failed.path("statusCode").asInt()).isEqualTo(500);
        assertThat(failed.path("responseBody").asString()).isEqualTo("out of order");
        assertThat(one.json().path("body").path("type").asString()).isEqualTo("agent-run.run-queued");
        assertThat(one.text()).contains("X-trace", "webhook-id").doesNotContain("answer-secret", "query-secret", "v1,");
    }

    @Test
    void anEndpointThatAsksForTimeGetsIt() {
        consumer.next(ScriptedResponse.with(429, "Retry-After", "2"));
        house.queued(RunId.next());

        arrived(2);
        var waited = Duration.ofNanos(consumer.arrivals().get(1).nanos()
                - consumer.arrivals().getFirst().nanos());
        assertThat(waited).isGreaterThan(Duration.ofMillis(1_900));
    }

    @Test
    void goneMeansPausedAtOnce() {
        consumer.always(ScriptedResponse.status(410));
        house.publishRun();

        paused("GONE");
        assertThat(consumer.arrivals()).hasSize(1);
        var head = house.manager()
                .get(endpoint + "/deliveries")
                .json()
                .path("items")
                .valueStream()
                .filter(line -> line.path("lastStatusCode").asInt(0) == 410)
                .findFirst()
                .orElseThrow();
        assertThat(head.path("attemptCount").asInt()).isOne();
    }

    @Test
    void aCorrectedAddressIsTriedAtOnce() {
        consumer.next(ScriptedResponse.with(429, "Retry-After", "3600"));
        house.queued(RunId.next());
        arrived(1);
        await().atMost(TIMEOUT)
                .until(() -> house.manager()
                        .get(endpoint + "/deliveries")
                        .json()
                        .path("items")
                        .path(0)
                        .has("nextAttemptAt"));

        try (var other = new FakeWebhookConsumer()) {
            house.manager()
                    .patch(endpoint, house.manager().get(endpoint).etag(), Map.of("url", other.url()))
                    .expect(200);

            await().atMost(TIMEOUT).until(() -> other.arrivals().size() == 1);
        }
    }

    @Test
    void anExhaustedScheduleMeansPausedAndResumingGoesOnFromTheHead() {
        consumer.always(ScriptedResponse.status(500));
        var run = house.publishRun();
        paused("FAILING");
        assertThat(consumer.sequences("runs/" + run)).containsExactly(1L, 1L, 1L, 1L);

        consumer.always(ScriptedResponse.status(204));
        house.manager().post(endpoint + "/resume", null).expect(200);
        arrived(6);
        assertThat(consumer.sequences("runs/" + run)).endsWith(1L, 2L);
    }

    @Test
    void pausingAndResumingAreFactsThemselves() {
        try (var other = new FakeWebhookConsumer()) {
            house.manager()
                    .post(house.endpoints(), Map.of("url", other.url(), "events", List.of("notification.*")))
                    .expect(201);
            house.manager().post(endpoint + "/pause", null).expect(200);
            house.manager().post(endpoint + "/pause", null).expect(200);
            house.manager().post(endpoint + "/resume", null).expect(200);

            await().atMost(TIMEOUT).until(() -> other.arrivals().size() == 2);
            assertThat(other.arrivals())
                    .extracting(FakeWebhookConsumer.RecordedDelivery::type)
                    .containsExactly("notification.webhook-paused", "notification.webhook-resumed");
        }
    }

    @Test
    void aPausedEndpointCollectsAndGetsAllInOrderAfterwards() {
        house.manager().post(endpoint + "/pause", null).expect(200);
        var runs = IntStream.range(0, 3).mapToObj(i -> house.publishRun()).toList();
        await().atMost(TIMEOUT).until(() -> waiting() == 6);
        assertThat(consumer.arrivals()).isEmpty();

        house.manager().post(endpoint + "/resume", null).expect(200);
        arrived(6);
        runs.forEach(run -> assertThat(consumer.sequences("runs/" + run)).containsExactly(1L, 2L));
    }

    @Test
    void tooManyWaitingMeansPausedEarlyAndWhatIsDroppedIsCounted() {
        consumer.always(ScriptedResponse.hang());
        IntStream.range(0, 13).forEach(i -> house.publishRun());

        paused("BACKLOG");
        await().atMost(TIMEOUT)
                .until(() -> house.manager()
                                .get(endpoint)
                                .json()
                                .path("droppedEvents")
                                .asInt()
                        == 6);
        assertThat(waiting()).isEqualTo(20);
    }

    @Test
    void oneHangingEndpointDoesNotSlowAnother() {
        consumer.always(ScriptedResponse.hang());
        try (var other = new FakeWebhookConsumer()) {
            house.createEndpoint(other);
            IntStream.range(0, 6).forEach(i -> house.queued(RunId.next()));

            await().atMost(Duration.ofSeconds(10)).until(() -> other.arrivals().size() == 6);
            assertThat(consumer.mostAtOnce()).isBetween(1, 3);
        }
    }

    @Test
    void anAnswerThatOnlyDripsIsCutWhenItsTimeIsOver() {
        consumer.next(ScriptedResponse.dripping());
        house.queued(RunId.next());

        arrived(2);
        assertThat(results()).containsExactly("TIMED_OUT", "DELIVERED");
    }

    @Test
    void ofALongAnswerOnlyTheBeginningIsKept() {
        consumer.always(new ScriptedResponse(200, Map.of(), "x".repeat(2_000_000), Duration.ZERO));
        var run = house.publishRun();

        arrived(2);
        assertThat(consumer.sequences("runs/" + run)).containsExactly(1L, 2L);
        assertThat(results()).containsExactly("DELIVERED");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void redirectsAreNotFollowed(int status) {
        try (var elsewhere = new FakeWebhookConsumer()) {
            consumer.next(ScriptedResponse.with(status, "Location", elsewhere.url()));
            house.queued(RunId.next());

            arrived(2);
            assertThat(elsewhere.arrivals()).isEmpty();
        }
    }

    @Test
    void aPrivateAddressIsNotReachedThoughItStandsInAnEndpoint() {
        // Simulates a name that resolved to another address at creation: 127.0.0.2 is not in the allowed networks.
        mongo.getCollection("webhook-endpoints")
                .updateOne(
                        new Document("_id", id().value())
                                .append("workspaceId", house.id().value()),
                        new Document("$set", new Document("url", consumer.url().replace("127.0.0.1", "127.0.0.2"))));
        house.queued(RunId.next());

        paused("FAILING");
        assertThat(consumer.arrivals()).isEmpty();
        var line = house.manager()
                .get(endpoint + "/deliveries")
                .json()
                .path("items")
                .path(0);
        var one =
                house.manager().get(endpoint + "/deliveries/" + line.path("id").asString());
        assertThat(one.json().path("attempts").path(0).path("result").asString())
                .isEqualTo("FORBIDDEN_ADDRESS");
    }

    @Test
    void aTestEventArrivesWhateverTheEndpointWantsAndFailsOnce() {
        house.manager().post(endpoint + "/test", null).expect(202);
        arrived(1);
        assertThat(consumer.arrivals().getFirst().type()).isEqualTo("webhook.test");
        assertThat(consumer.arrivals().getFirst().genuine()).isTrue();

        consumer.next(ScriptedResponse.status(500));
        var sent = house.manager().post(endpoint + "/test", null).expect(202);
        await().atMost(TIMEOUT)
                .until(() -> house.manager()
                        .get(Objects.requireNonNull(sent.headers().getLocation())
                                .toString())
                        .get("state")
                        .equals("FAILED"));
        assertThat(house.manager().get(endpoint).get("state")).isEqualTo("ACTIVE");
    }

    @Test
    void whatASenderDiedWithIsRepeatedWithTheSameIdAndCounted() {
        house.manager().post(endpoint + "/pause", null).expect(200);
        var run = RunId.next();
        house.queued(run);
        await().atMost(TIMEOUT).until(() -> waiting() == 1);
        var stream = DeliveryStream.of(house.id(), id(), "runs/" + run);
        var dead = claims.claimHead(stream, Duration.ofSeconds(2)).orElseThrow();

        house.manager().post(endpoint + "/resume", null).expect(200);
        assertThat(claims.claimHead(stream, Duration.ofSeconds(2)))
                .as("nobody else has it")
                .isEmpty();
        arrived(1);
        assertThat(consumer.arrivals().getFirst().id()).isEqualTo(dead.id().webhookId());
        await().atMost(TIMEOUT)
                .until(() -> house.manager()
                                .get(endpoint + "/deliveries")
                                .json()
                                .path("items")
                                .path(0)
                                .path("uncertainAttempts")
                                .asInt()
                        == 1);
    }

    @Test
    void aHeadIsClaimedByOneOfMany() throws Exception {
        house.manager().post(endpoint + "/pause", null).expect(200);
        var run = house.publishRun();
        await().atMost(TIMEOUT).until(() -> waiting() == 2);
        var stream = DeliveryStream.of(house.id(), id(), "runs/" + run);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var claiming = IntStream.range(0, 16)
                    .mapToObj(i -> (Callable<Boolean>)
                            () -> claims.claimHead(stream, TIMEOUT).isPresent())
                    .toList();
            var won = threads.invokeAll(claiming).stream()
                    .filter(one -> one.resultNow())
                    .count();
            assertThat(won).isOne();
        }
    }

    @Test
    void aDeletedEndpointLeavesNothingBehind() {
        consumer.always(ScriptedResponse.status(500));
        house.publishRun();
        arrived(1);
        var etag = house.manager().get(endpoint).etag();

        house.manager().with("If-Match", etag).delete(endpoint).expect(204);
        house.manager().get(endpoint).refused(404, "not-found");
        await().atMost(TIMEOUT).until(() -> count(new Document()) == 0);
    }

    /** Returns the results of all attempts of the endpoint's deliveries. */
    private List<String> tries() {
        return house.manager()
                .get(endpoint + "/deliveries?limit=100")
                .json()
                .path("items")
                .valueStream()
                .flatMap(line -> house.manager()
                        .get(endpoint + "/deliveries/" + line.path("id").asString())
                        .json()
                        .path("attempts")
                        .valueStream())
                .map(attempt -> attempt.path("result").asString(""))
                .toList();
    }

    private void arrived(int count) {
        await().atMost(TIMEOUT).until(() -> consumer.arrivals().size() >= count);
        assertThat(consumer.arrivals()).hasSize(count);
    }

    private void paused(String why) {
        await().atMost(TIMEOUT)
                .until(() -> house.manager().get(endpoint).get("pauseReason").equals(why));
    }

    /** Returns the results of the latest delivery's attempts. */
    private List<String> results() {
        return await().atMost(TIMEOUT)
                .until(
                        () -> {
                            var line = house.manager()
                                    .get(endpoint + "/deliveries?state=DELIVERED")
                                    .json()
                                    .path("items")
                                    .path(0);
                            var one = house.manager()
                                    .get(endpoint + "/deliveries/"
                                            + line.path("id").asString("none"));
                            return one.json()
                                    .path("attempts")
                                    .valueStream()
                                    .map(attempt -> attempt.path("result").asString(""))
                                    .toList();
                        },
                        found -> !found.isEmpty());
    }

    private long waiting() {
        return count(new Document("state", "WAITING"));
    }

    private long count(Document filter) {
        return mongo.getCollection("webhook-deliveries")
                .countDocuments(filter.append("workspaceId", house.id().value()).append("endpointId", id().value()));
    }

    private WebhookEndpointId id() {
        return new WebhookEndpointId(UUID.fromString(endpoint.substring(endpoint.lastIndexOf('/') + 1)));
    }
}
