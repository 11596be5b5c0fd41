package dev.atelier.bench.identity;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import dev.atelier.backing.mongo.MongoDb;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Polls the services' projections of {@code identity.users}. */
final class UserProjectionWatcher implements AutoCloseable {
    private static final List<String> DATABASES = List.of("workspace", "agentrun", "report", "notification");
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final MongoClient mongo;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    UserProjectionWatcher(MongoDb mongo) {
        this.mongo = MongoClients.create(mongo.uri());
    }

    /** Returns when the last service knows an address, in nanoseconds of this JVM. */
    Callable<Long> awaitKnownEverywhere(String email) {
        var waiting = DATABASES.stream()
                .map(database -> threads.submit(() -> known(database, email)))
                .toList();
        return () -> {
            var last = Long.MIN_VALUE;
            for (var one : waiting) {
                try {
                    last = Math.max(last, one.get());
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a projection could not be read", e.getCause());
                }
            }
            return last;
        };
    }

    private long known(String database, String email) throws InterruptedException {
        var users = mongo.getDatabase(database).getCollection("state.users");
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (users.find(Filters.eq("state.email", email)).first() == null) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(database + " did not receive " + email + " within a minute");
            }
            Thread.sleep(PAUSE);
        }
        return System.nanoTime();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        mongo.close();
    }
}
