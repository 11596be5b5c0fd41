package dev.atelier.kit.inbox;

import dev.atelier.kit.work.WorkerPool;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Runs the service's only consumer group, if any handler subscribes to a topic. */
final class EventConsumerLifecycle implements SmartLifecycle, WorkerPool {
    private final InboxStore inboxStore;
    private final Set<String> topics;
    private final Supplier<? extends ConcurrentMessageListenerContainer<?, ?>> containers;
    private @Nullable ConcurrentMessageListenerContainer<?, ?> container;

    EventConsumerLifecycle(
            InboxStore inboxStore,
            Set<String> topics,
            Supplier<? extends ConcurrentMessageListenerContainer<?, ?>> containers) {
        this.inboxStore = inboxStore;
        this.topics = topics;
        this.containers = containers;
    }

    @Override
    public synchronized void start() {
        if (!topics.isEmpty() && container == null) {
            inboxStore.createIndex();
            container = containers.get();
            container.start();
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
        return "fact-consumers";
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
