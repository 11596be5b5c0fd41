package dev.atelier.kit.inbox;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/** Runs the service's one consumer group, where there is anything to hear. */
final class Consuming implements SmartLifecycle {
    private final Inbox inbox;
    private final Set<String> topics;
    private final Supplier<? extends AbstractMessageListenerContainer<?, ?>> containers;
    private @Nullable AbstractMessageListenerContainer<?, ?> container;

    Consuming(Inbox inbox, Set<String> topics, Supplier<? extends AbstractMessageListenerContainer<?, ?>> containers) {
        this.inbox = inbox;
        this.topics = topics;
        this.containers = containers;
    }

    @Override
    public synchronized void start() {
        if (!topics.isEmpty() && container == null) {
            inbox.createIndex();
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
}
