package dev.atelier.kit.state;

import dev.atelier.kit.kafka.Containers;
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

/** Runs the service's consumer of states, from where its projections stand. */
final class StateConsuming implements SmartLifecycle, WorkerPool, ConsumerAwareRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(StateConsuming.class);

    private final String group;
    private final StateProjections projections;
    private final Positions positions;
    private final Containers containers;
    private final StateDelivery delivery;
    private @Nullable ConcurrentMessageListenerContainer<?, ?> container;

    StateConsuming(
            String group,
            StateProjections projections,
            Positions positions,
            Containers containers,
            StateDelivery delivery) {
        this.group = group;
        this.projections = projections;
        this.positions = positions;
        this.containers = containers;
        this.delivery = delivery;
    }

    @Override
    public synchronized void start() {
        var topics = projections.all().stream().map(StoredProjection::topic).toList();
        if (!topics.isEmpty() && container == null) {
            delivery.prepare();
            projections.all().forEach(projection -> projection.rows().create());
            container = containers.container(group, Set.copyOf(topics), 1, delivery);
            container.getContainerProperties().setConsumerRebalanceListener(this);
            container.start();
        }
    }

    /** Where the position cannot be read it begins at the beginning: slower, never wrong. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            try {
                positions
                        .next(partition)
                        .ifPresentOrElse(
                                next -> consumer.seek(partition, next),
                                () -> consumer.seekToBeginning(Set.of(partition)));
            } catch (RuntimeException e) {
                log.warn("the position of {} cannot be read", partition, e);
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
