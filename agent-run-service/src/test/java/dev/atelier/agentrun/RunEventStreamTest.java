package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.kit.web.drain.DrainStarted;
import dev.atelier.testkit.tokens.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.TestPropertySource;

/** A client streams a run while it is executed. */
@TestPropertySource(properties = {"atelier.runs.heartbeat=1s", "atelier.runs.streams-per-run=2"})
@Timeout(60)
class RunEventStreamTest extends ServiceTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String HEARTBEAT = ":still here";

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void showsEachLineAsItComesAndThatItLivesWhileNothingDoes() {
        var run = waitingRun();
        try (var stream = watch(run, Map.of())) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(stream.lines())
                            .contains("event:approval-asked")
                            .endsWith(HEARTBEAT, ""));
            assertThat(stream.lines()).doesNotContain("event:approval-decided");
            var heard = stream.lines().size();

            decide(run);

            await().atMost(SOON).until(stream::ended);
            assertThat(stream.lines().subList(heard, stream.lines().size()))
                    .contains("event:approval-decided", "event:completed")
                    .doesNotContain("event:queued", "event:approval-asked");
            assertThat(stream.ids()).isEqualTo(range(1, stream.ids().size()));
        }
    }

    @Test
    void goesOnForAClientThatComesBackWhereItLeftOff() {
        var run = waitingRun();
        List<String> seen;
        try (var first = watch(run, Map.of())) {
            await().atMost(SOON).until(() -> first.lines().contains("event:approval-asked"));
            seen = first.ids();
        }

        decide(run);

        try (var second = watch(run, Map.of("Last-Event-ID", seen.getLast()))) {
            await().atMost(SOON).until(second::ended);
            assertThat(Stream.concat(seen.stream(), second.ids().stream()))
                    .isEqualTo(range(1, seen.size() + second.ids().size()));
            assertThat(second.lines()).contains("event:completed");
        }
    }

    @Test
    void endsAtOnceWhereTheServiceIsAboutToStop() {
        var run = waitingRun();
        try (var stream = watch(run, Map.of())) {
            await().atMost(SOON).until(() -> stream.lines().contains("event:approval-asked"));

            events.publishEvent(new DrainStarted());

            await().atMost(SOON).until(stream::ended);
            assertThat(stream.lines()).doesNotContain("gone");
        }
    }

    @Test
    void tellsAClientThatHasSeenTheEndToStop() {
        var run = waitingRun();
        decide(run);
        List<String> seen;
        try (var stream = watch(run, Map.of())) {
            await().atMost(SOON).until(stream::ended);
            seen = stream.ids();
        }

        for (var last : List.of(seen.getLast(), "1000000")) {
            as(noah).send("GET", path("/runs/" + run + "/events"), null, Map.of("Last-Event-ID", last))
                    .expect(204);
        }
        try (var stream = watch(run, Map.of("Last-Event-ID", seen.get(seen.size() - 2)))) {
            await().atMost(SOON).until(stream::ended);
            assertThat(stream.ids()).containsExactly(seen.getLast());
        }
    }

    @Test
    void isOpenToAsManyAsMayWatchARunAndMakesRoomAgain() {
        var run = waitingRun();
        try (var first = watch(run, Map.of());
                var second = watch(run, Map.of())) {
            await().atMost(SOON)
                    .until(() -> !first.lines().isEmpty() && !second.lines().isEmpty());

            var refused = as(noah).get(path("/runs/" + run + "/events")).expect(429);

            assertThat(refused.problem()).isEqualTo("too-many-streams");
            assertThat(refused.json().path("limit").asInt()).isEqualTo(2);
        }
        decide(run);
        await().atMost(SOON).until(() -> {
            try (var again = watch(run, Map.of())) {
                await().atMost(SOON).until(again::ended);
                return again.lines().contains("event:completed");
            } catch (IllegalStateException stillFull) {
                return false;
            }
        });
    }

    @Test
    void endsWithItsTokenAndGoesOnWithAFreshOne() {
        var run = waitingRun();
        var short4 = TestTokens.aToken(noah.toString())
                .expiresAt(Instant.now().plusSeconds(4))
                .signed();
        List<String> seen;
        try (var stream = new BackgroundStreamReader(with(short4).stream(path("/runs/" + run + "/events"), Map.of()))) {
            await().atMost(SOON).until(stream::ended);
            assertThat(stream.lines())
                    .contains("event:approval-asked", "retry:1000")
                    .endsWith(":the token has ended: connect again with a new one and Last-Event-ID", "")
                    .doesNotContain("gone", "event:completed");
            seen = stream.ids();
        }

        decide(run);

        try (var again = watch(run, Map.of("Last-Event-ID", seen.getLast()))) {
            await().atMost(SOON).until(again::ended);
            assertThat(again.ids().getFirst()).isEqualTo(String.valueOf(seen.size() + 1));
            assertThat(again.lines()).contains("event:completed");
        }
    }

    @Test
    void refusesATokenThatHasEndedAlthoughClocksMayDiffer() {
        var ended = TestTokens.aToken(noah.toString())
                .issuedAt(Instant.now().minusSeconds(300))
                .expiresAt(Instant.now().minusSeconds(1))
                .signed();

        assertThat(with(ended)
                        .send("GET", path("/runs/" + waitingRun() + "/events"), null, Map.of())
                        .expect(401)
                        .problem())
                .isEqualTo("unauthenticated");
    }

    @Test
    void refusesAnIdThatIsNotOne() {
        var run = waitingRun();

        assertThat(as(noah).send("GET", path("/runs/" + run + "/events"), null, Map.of("Last-Event-ID", "newest"))
                        .expect(400)
                        .problem())
                .isEqualTo("invalid-input");
    }

    private String waitingRun() {
        var agent = TestAgentFactory.published(
                as(lea),
                path(""),
                "Summarise the project's actions, then propose one follow-up action.",
                Map.of("search_actions", "NONE", "create_action", "MANAGER"));
        var run = TestAgentFactory.started(as(noah), path(""), agent, project, "How does it stand?");
        await().atMost(SOON)
                .until(() -> as(noah).get(path("/runs/" + run)).text("state").equals("WAITING"));
        return run;
    }

    private void decide(String run) {
        as(lea).get(path("/approvals?state=WAITING"))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(approval -> approval.path("runId").asString().equals(run))
                .forEach(approval -> as(lea).post(
                                path("/approvals/" + approval.path("id").asString() + "/reject"), Map.of())
                        .expect(200));
    }

    private BackgroundStreamReader watch(String run, Map<String, String> headers) {
        return new BackgroundStreamReader(as(noah).stream(path("/runs/" + run + "/events"), headers));
    }

    private static List<String> range(int from, int to) {
        return java.util.stream.IntStream.rangeClosed(from, to)
                .mapToObj(String::valueOf)
                .toList();
    }

    /** A client that reads on its own thread. */
    private static final class BackgroundStreamReader implements AutoCloseable {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Stream<String> source;
        private final Thread reader;

        BackgroundStreamReader(Stream<String> source) {
            this.source = source;
            this.reader = Thread.ofVirtual().start(() -> {
                try {
                    source.forEach(lines::add);
                } catch (RuntimeException gone) {
                    lines.add("gone");
                }
            });
        }

        List<String> lines() {
            return lines;
        }

        List<String> ids() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .map(line -> line.substring(3))
                    .toList();
        }

        boolean ended() {
            return !reader.isAlive();
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
