package dev.atelier.gateway.ratelimit.usage;

import dev.atelier.kit.kafka.KafkaClientFactory;
import dev.atelier.kit.work.WorkerPool;
import dev.atelier.kit.work.WorkerThread;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the usage of this instance and consumes that of the others while it runs; restarts after failures of Kafka.
 */
public final class RateLimitUsageExchange implements SmartLifecycle, WorkerPool {
    private static final Logger log = LoggerFactory.getLogger(RateLimitUsageExchange.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final KafkaClientFactory clients;
    private final RateLimitUsagePublisher rateLimitUsagePublisher;
    private final RateLimitUsageConsumer rateLimitUsageConsumer;
    private final Duration every;
    private final WorkerThread publisherThread = WorkerThread.virtual("limits-tell", () -> attempt(this::publish));
    private final WorkerThread consumerThread = WorkerThread.virtual("limits-hear", () -> attempt(this::consume));
    private volatile org.apache.kafka.clients.consumer.@Nullable Consumer<String, String> reading;

    private RateLimitUsageExchange(
            KafkaClientFactory clients,
            RateLimitUsagePublisher rateLimitUsagePublisher,
            RateLimitUsageConsumer rateLimitUsageConsumer,
            Duration every) {
        this.clients = clients;
        this.rateLimitUsagePublisher = rateLimitUsagePublisher;
        this.rateLimitUsageConsumer = rateLimitUsageConsumer;
        this.every = every;
    }

    /**
     * Creates the exchange; nothing is published or consumed before it is started.
     *
     * @param localRateLimitUsage sums up the requests that this instance admits
     * @param spend is called with the requests that other instances admitted
     * @param every how often the usage is published
     */
    public static RateLimitUsageExchange of(
            KafkaClientFactory clients,
            LocalRateLimitUsage localRateLimitUsage,
            Consumer<RateLimitUsage> spend,
            MeterRegistry meters,
            Duration every) {
        var instance = UUID.randomUUID().toString();
        return new RateLimitUsageExchange(
                clients,
                new RateLimitUsagePublisher(instance, localRateLimitUsage, meters),
                new RateLimitUsageConsumer(instance, spend),
                every);
    }

    @Override
    public void start() {
        publisherThread.start();
        consumerThread.start();
    }

    @Override
    public void stop() {
        publisherThread.interrupt();
        consumerThread.stop();
        var hears = reading;
        if (hears != null) {
            hears.wakeup();
        }
    }

    @Override
    public boolean isRunning() {
        return consumerThread.isRunning();
    }

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public int size() {
        return publisherThread.size() + consumerThread.size();
    }

    @Override
    public int alive() {
        return publisherThread.alive() + consumerThread.alive();
    }

    private void publish() throws InterruptedException {
        try (var producer = clients.createProducer()) {
            while (isRunning()) {
                Thread.sleep(every);
                rateLimitUsagePublisher.publish(producer);
            }
        }
    }

    private void consume() {
        try (var consumer = clients.createConsumer()) {
            reading = consumer;
            rateLimitUsageConsumer.consume(consumer, this::isRunning);
        } catch (WakeupException e) {
            log.debug("consuming is stopped", e);
        } finally {
            reading = null;
        }
    }

    private static void attempt(WorkerThread.WorkerStep work) throws InterruptedException {
        try {
            work.run();
        } catch (KafkaException e) {
            log.warn("usage of rate limits cannot be exchanged; retrying: {}", e.toString());
            Thread.sleep(AFTER_FAILURE);
        }
    }
}
