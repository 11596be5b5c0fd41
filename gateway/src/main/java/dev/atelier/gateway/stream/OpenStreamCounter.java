package dev.atelier.gateway.stream;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the event streams that are open at this instance, in total and per user or service account. */
final class OpenStreamCounter {
    private final StreamSettings settings;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentMap<String, Integer> byReader = new ConcurrentHashMap<>();

    OpenStreamCounter(StreamSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes a permit, which is released by closing it.
     *
     * @throws TooManyStreams if a limit of this reader or of the instance is reached
     */
    StreamPermit acquire(String reader, boolean apiClient) {
        int each = apiClient ? settings.perApiClient() : settings.perPerson();
        if (byReader.merge(reader, 1, Integer::sum) > each) {
            release(reader);
            throw new TooManyStreams(apiClient ? "api-client" : "person", each);
        }
        if (all.incrementAndGet() > settings.perInstance()) {
            all.decrementAndGet();
            release(reader);
            throw new TooManyStreams("instance", settings.perInstance());
        }
        return () -> {
            all.decrementAndGet();
            release(reader);
        };
    }

    int open() {
        return all.get();
    }

    private void release(String reader) {
        byReader.computeIfPresent(reader, (_, open) -> open == 1 ? null : open - 1);
    }

    /** A permit for one open stream. */
    @FunctionalInterface
    interface StreamPermit extends AutoCloseable {
        @Override
        void close();
    }
}
