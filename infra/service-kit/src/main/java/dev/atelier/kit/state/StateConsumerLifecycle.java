package dev.atelier.kit.state;

import dev.atelier.kit.kafka.BatchListenerContainerFactory;
import dev.atelier.kit.work.WorkerPool;
import java.util.Collection;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Runs the service's consumer of states, starting at the offsets stored with the projections. */
final class StateConsumerLifecycle implements SmartLifecycle, WorkerPool, ConsumerAwareRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(StateConsumerLifecycle.class);

    private final String group;
    private final StateProjectionRegistry projections;
    private final ProjectionOffsetStore projectionOffsetStore;
    private final BatchListenerContainerFactory batchListenerContainerFactory;
    private final StateBatchListener delivery;
    private @Nullable ConcurrentMessageListenerContainer<?, ?> container;

    StateConsumerLifecycle(
            String group,
            StateProjectionRegistry projections,
            ProjectionOffsetStore projectionOffsetStore,
            BatchListenerContainerFactory batchListenerContainerFactory,
            StateBatchListener delivery) {
        this.group = group;
        this.projections = projections;
        this.projectionOffsetStore = projectionOffsetStore;
        this.batchListenerContainerFactory = batchListenerContainerFactory;
        this.delivery = delivery;
    }

    @Override
    public synchronized void start() {
        var topics = projections.all().stream().map(MongoStateProjection::topic).toList();
        if (!topics.isEmpty() && container == null) {
            delivery.assignHandlers();
            projections.all().forEach(projection -> projection.collection().create());
            container = batchListenerContainerFactory.createContainer(group, Set.copyOf(topics), 1, delivery);
            container.getContainerProperties().setConsumerRebalanceListener(this);
            container.start();
        }
    }

    /** Starts at the beginning of a partition where its offset cannot be read: slower but always correct. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            try {
                projectionOffsetStore
                        .next(partition)
                        .ifPresentOrElse(
                                next -> consumer.seek(partition, next),
                                () -> consumer.seekToBeginning(Set.of(partition)));
            } catch (RuntimeException e) {
                log.warn("The stored offset of {} cannot be read; consuming from the beginning", partition, e);
                consumer.seekToBeginning(Set.of(partition));
            }
        }
    }

    @Override
    public synchronized void stop() {
        if (container != null) {
            container.stop();
            container = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return container != null;
    }

    @Override
    public String name() {
        return "state-consumers";
    }

    @Override
    public synchronized int size() {
        return container == null ? 0 : container.getConcurrency();
    }

    @Override
    public synchronized int alive() {
        return container == null
                ? 0
                : (int) container.getContainers().stream()
                        .filter(MessageListenerContainer::isRunning)
                        .count();
    }
}
