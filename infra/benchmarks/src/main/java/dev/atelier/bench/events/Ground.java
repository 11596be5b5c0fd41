package dev.atelier.bench.events;

import dev.atelier.backing.Place;
import dev.atelier.backing.Progress;
import dev.atelier.backing.kafka.Kafka;
import dev.atelier.backing.mongo.MongoDb;
import dev.atelier.backing.process.Cache;
import dev.atelier.bench.measuring.Meter;
import dev.atelier.bench.site.Site;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** MongoDB, Kafka and the two small services; closing stops them and deletes their folder. */
final class Ground implements AutoCloseable {
    private final Path folder = Site.folder("events");
    private final Deque<Runnable> started = new ArrayDeque<>();
    private final MongoDb mongo;
    private final Kafka kafka;
    private final SmallService speaking;
    private final SmallService hearing;

    Ground(Progress progress) {
        try {
            mongo = MongoDb.start(Place.in(folder.resolve("mongodb")).telling(progress));
            started.push(mongo::stop);
            kafka = Kafka.start(Place.in(folder.resolve("kafka")).telling(progress));
            started.push(kafka::stop);
            hearing = SmallService.start(HearingService.class, "hearing", mongo, kafka, folder, progress);
            started.push(hearing::close);
            speaking = SmallService.start(SpeakingService.class, "speaking", mongo, kafka, folder, progress);
            started.push(speaking::close);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    SmallService speaking() {
        return speaking;
    }

    SmallService hearing() {
        return hearing;
    }

    Meter meter() {
        var pids = Map.of(
                "mongodb", mongo.pid().orElseThrow(),
                "kafka", kafka.pid().orElseThrow(),
                "speaking", speaking.pid(),
                "hearing", hearing.pid());
        return new Meter(() -> pids, mongo.uri());
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            started.pop().run();
        }
        Cache.delete(folder);
    }
}
