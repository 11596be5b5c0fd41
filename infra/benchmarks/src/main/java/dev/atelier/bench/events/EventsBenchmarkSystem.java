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
    private final BenchmarkServiceProcess publisher;
    private final BenchmarkServiceProcess consumer;

    EventsBenchmarkSystem(ProgressListener progressListener) {
        try {
            mongo = MongoDb.start(
                    BackingServiceOptions.in(folder.resolve("mongodb")).withProgress(progressListener));
            started.push(mongo::stop);
            kafka = Kafka.start(
                    BackingServiceOptions.in(folder.resolve("kafka")).withProgress(progressListener));
            started.push(kafka::stop);
            consumer = BenchmarkServiceProcess.start(
                    EventConsumerApplication.class, "hearing", mongo, kafka, folder, progressListener);
            started.push(consumer::close);
            publisher = BenchmarkServiceProcess.start(
                    EventProducerApplication.class, "speaking", mongo, kafka, folder, progressListener);
            started.push(publisher::close);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    BenchmarkServiceProcess publisher() {
        return publisher;
    }

    BenchmarkServiceProcess consumer() {
        return consumer;
    }

    ResourceMeter meter() {
        var pids = Map.of(
                "mongodb", mongo.pid().orElseThrow(),
                "kafka", kafka.pid().orElseThrow(),
                "speaking", publisher.pid(),
                "hearing", consumer.pid());
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
