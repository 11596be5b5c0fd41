package dev.atelier.bench.runs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.kit.kafka.CloudEventHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Consumes the ends of runs from Kafka and records when. */
final class RunEndWatcher implements AutoCloseable {
    private static final String TOPIC = "agent-run.events";
    private static final Set<String> LAST =
            Set.of("agent-run.run-completed", "agent-run.run-failed", "agent-run.run-cancelled");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final KafkaConsumer<String, String> consumer;
    private final Map<String, CompletableFuture<RunEnd>> byRun = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean over;

    /**
     * The end of a run.
     *
     * @param heard time of consumption, in nanoseconds of this JVM
     */
    record RunEnd(String type, long heard) {}

    RunEndWatcher(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().name("endings").daemon().start(this::poll);
    }

    private void poll() {
        while (!over) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::poll);
        }
        consumer.close();
    }

    private void poll(ConsumerRecord<String, String> message) {
        var type = text(message, CloudEventHeaders.TYPE);
        if (LAST.contains(type)) {
            var run = text(message, CloudEventHeaders.SUBJECT).substring("runs/".length());
            of(run).complete(new RunEnd(type, System.nanoTime()));
        }
    }

    private static String text(ConsumerRecord<String, String> message, String header) {
        return new String(message.headers().lastHeader(header).value(), UTF_8);
    }

    private CompletableFuture<RunEnd> of(String run) {
        return byRun.computeIfAbsent(run, _ -> new CompletableFuture<>());
    }

    /**
     * Waits until a run has completed and returns when its end was consumed, in nanoseconds of this JVM. Throws if it
     * ended otherwise.
     */
    long completed(String run) throws InterruptedException {
        try {
            var runEnd = of(run).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!runEnd.type().endsWith("completed")) {
                throw new IllegalStateException("run " + run + " ended with " + runEnd.type());
            }
            return runEnd.heard();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("run " + run + " did not end within " + PATIENCE.toSeconds() + " s", e);
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
