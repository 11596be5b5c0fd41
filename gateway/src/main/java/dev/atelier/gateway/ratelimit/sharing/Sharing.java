package dev.atelier.gateway.ratelimit.sharing;

import dev.atelier.kit.kafka.KafkaClients;
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

/** Tells the other instances what is let in here, and hears it from them, while this instance runs; begins anew where Kafka failed. */
public final class Sharing implements SmartLifecycle, WorkerPool {
    private static final Logger log = LoggerFactory.getLogger(Sharing.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final Telling telling;
    private final Hearing hearing;
    private final Duration every;
    private final WorkerThread teller = WorkerThread.virtual("limits-tell", () -> attempt(this::tell));
    private final WorkerThread hearer = WorkerThread.virtual("limits-hear", () -> attempt(this::hear));
    private volatile org.apache.kafka.clients.consumer.@Nullable Consumer<String, String> reading;

    private Sharing(KafkaClients clients, Telling telling, Hearing hearing, Duration every) {
        this.clients = clients;
        this.telling = telling;
        this.hearing = hearing;
        this.every = every;
    }

    /**
     * Nothing is told or heard before it is started.
     *
     * @param till where what is let in here is added up
     * @param spend takes what was let in elsewhere
     * @param every how often the others are told
     */
    public static Sharing of(
            KafkaClients clients, Till till, Consumer<Spent> spend, MeterRegistry meters, Duration every) {
        var instance = UUID.randomUUID().toString();
        return new Sharing(clients, new Telling(instance, till, meters), new Hearing(instance, spend), every);
    }

    @Override
    public void start() {
        teller.start();
        hearer.start();
    }

    @Override
    public void stop() {
        teller.interrupt();
        hearer.stop();
        var hears = reading;
        if (hears != null) {
            hears.wakeup();
        }
    }

    @Override
    public boolean isRunning() {
        return hearer.isRunning();
    }

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public int size() {
        return teller.size() + hearer.size();
    }

    @Override
    public int alive() {
        return teller.alive() + hearer.alive();
    }

    private void tell() throws InterruptedException {
        try (var producer = clients.plain()) {
            while (isRunning()) {
                Thread.sleep(every);
                telling.tell(producer);
            }
        }
    }

    private void hear() {
        try (var consumer = clients.reader()) {
            reading = consumer;
            hearing.hear(consumer, this::isRunning);
        } catch (WakeupException e) {
            log.debug("stopping to hear", e);
        } finally {
            reading = null;
        }
    }

    private static void attempt(WorkerThread.Step work) throws InterruptedException {
        try {
            work.run();
        } catch (KafkaException e) {
            log.warn("what was let in cannot be shared and is tried again: {}", e.toString());
            Thread.sleep(AFTER_FAILURE);
        }
    }
}
