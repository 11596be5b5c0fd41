package dev.atelier.backing.kafka;

import dev.atelier.backing.Place;
import dev.atelier.backing.Ports;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.Launch;
import dev.atelier.backing.process.ProcessService;
import dev.atelier.backing.process.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@link KafkaNode} as a child of this JVM. */
final class KafkaProcess extends ProcessService implements Kafka {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Place place;
    private final String classPath;
    private final int port;

    private KafkaProcess(Place place, String classPath) {
        super(STOP_LIMIT);
        this.place = place;
        this.classPath = classPath;
        this.port = Ports.claim("Kafka", place.port());
        begin();
    }

    static KafkaProcess start(Place place, String classPath) {
        return new KafkaProcess(place, classPath);
    }

    @Override
    protected ChildProcess launch() {
        var ready = new ReadyFile(place.directory().resolve("ready"));
        ready.remove();
        var child = ChildProcess.start(
                new Launch(name(), command(ready), place.directory().resolve("kafka.log")));
        child.awaitReady(ready::exists, START_LIMIT, place.progress());
        return child;
    }

    private List<String> command(ReadyFile ready) {
        return List.of(
                Programs.java().toString(),
                "-Xms128m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dlogback.configurationFile=dev/atelier/backing/logback.xml",
                "-cp",
                classPath,
                KafkaNode.class.getName(),
                String.valueOf(port),
                String.valueOf(Ports.free()),
                data().toString(),
                ready.path().toString());
    }

    private Path data() {
        return place.directory().resolve("data").toAbsolutePath();
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }
}
