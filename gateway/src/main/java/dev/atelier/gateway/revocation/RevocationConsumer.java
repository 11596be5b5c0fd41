package dev.atelier.gateway.revocation;

import dev.atelier.events.MessageCatalogue;
import dev.atelier.events.MessageJson;
import dev.atelier.events.RevocationState;
import dev.atelier.kit.work.WorkerPool;
import dev.atelier.kit.work.WorkerThread;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the compacted topic {@code identity.revocations} from its beginning at every start. Each instance reads all
 * partitions and commits nothing, so that every instance knows all revocations.
 */
@Component
class RevocationConsumer implements SmartLifecycle, WorkerPool {
    private static final Logger LOG = LoggerFactory.getLogger(RevocationConsumer.class);
    private static final String TOPIC =
            MessageCatalogue.of(RevocationState.class).topic();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> settings;
    private final RevocationList revocationList;
    private final OpenStreamRegistry streams;
    private final WorkerThread thread = WorkerThread.platform("revocations", this::consume);
    private volatile boolean caughtUp;
    private volatile @Nullable Consumer<String, String> consumer;

    RevocationConsumer(ConsumerFactory<?, ?> consumers, RevocationList revocationList, OpenStreamRegistry streams) {
        this.settings = new HashMap<>(consumers.getConfigurationProperties());
        this.settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.revocationList = revocationList;
        this.streams = streams;
    }

    /** Whether everything that was in the topic at the start has been read; stays true while Kafka is not available. */
    boolean caughtUp() {
        return caughtUp;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop();
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    @Override
    public String name() {
        return thread.name();
    }

    @Override
    public int size() {
        return thread.size();
    }

    @Override
    public int alive() {
        return thread.alive();
    }

    private void consume() throws InterruptedException {
        try (var reading = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer = reading;
            read(reading);
        } catch (WakeupException e) {
            LOG.debug("Reading revocations is stopped", e);
        } catch (KafkaException e) {
            LOG.warn("Revocations cannot be read; retrying: {}", e.toString());
        } finally {
            consumer = null;
        }
        if (isRunning()) {
            Thread.sleep(PAUSE);
        }
    }

    private void read(Consumer<String, String> reading) {
        var partitions = partitions(reading);
        if (partitions.isEmpty()) {
            LOG.warn("The topic {} does not exist yet", TOPIC);
            return;
        }
        reading.assign(partitions);
        reading.seekToBeginning(partitions);
        var ends = reading.endOffsets(partitions);
        while (isRunning()) {
            reading.poll(POLL).forEach(this::handle);
            if (!caughtUp
                    && ends.entrySet().stream().allMatch(end -> reading.position(end.getKey()) >= end.getValue())) {
                caughtUp = true;
                LOG.info("{} revocations are loaded", revocationList.size());
            }
            revocationList.removeExpired();
        }
    }

    private static List<TopicPartition> partitions(Consumer<String, String> reading) {
        return reading.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
    }

    private void handle(ConsumerRecord<String, String> message) {
        if (message.value() == null) {
            revocationList.remove(message.key());
            return;
        }
        try {
            var revocation = MessageJson.read(message.value(), RevocationState.class);
            if (revocationList.put(revocation)) {
                streams.closeRevoked();
            }
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("Record {} of {} is not a valid revocation", message.offset(), TOPIC, e);
        }
    }
}
