package dev.atelier.bench.events;

import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.kafka.Kafka;
import dev.atelier.backing.mongo.MongoDb;
import dev.atelier.backing.process.LocalFileCache;
import dev.atelier.bench.measurement.ResourceMeter;
import dev.atelier.bench.system.BenchmarkSystem;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Starts MongoDB, Kafka and the two small services; closing stops them and deletes their folder. */
final class EventsBenchmarkSystem implements AutoCloseable {
    private final Path folder = BenchmarkSystem.folder("events");
    private final Deque<Runnable> started = new ArrayDeque<>();
    private final MongoDb mongo;
    private final Kafka kafka;
    private final BenchmarkServiceProcess speaking;
    private final BenchmarkServiceProcess hearing;

    EventsBenchmarkSystem(ProgressListener progressListener) {
        try {
            mongo = MongoDb.start(
                    BackingServiceOptions.in(folder.resolve("mongodb")).telling(progressListener));
            started.push(mongo::stop);
            kafka = Kafka.start(
                    BackingServiceOptions.in(folder.resolve("kafka")).telling(progressListener));
            started.push(kafka::stop);
            hearing = BenchmarkServiceProcess.start(
                    EventConsumerApplication.class, "hearing", mongo, kafka, folder, progressListener);
            started.push(hearing::close);
            speaking = BenchmarkServiceProcess.start(
                    EventProducerApplication.class, "speaking", mongo, kafka, folder, progressListener);
            started.push(speaking::close);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    BenchmarkServiceProcess speaking() {
        return speaking;
    }

    BenchmarkServiceProcess hearing() {
        return hearing;
    }

    ResourceMeter meter() {
        var pids = Map.of(
                "mongodb", mongo.pid().orElseThrow(),
                "kafka", kafka.pid().orElseThrow(),
                "speaking", speaking.pid(),
                "hearing", hearing.pid());
        return new ResourceMeter(() -> pids, mongo.uri());
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            started.pop().run();
        }
        LocalFileCache.delete(folder);
    }
}
