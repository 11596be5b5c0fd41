package dev.atelier.backing.kafka;

import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.LocalPorts;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.LaunchSpec;
import dev.atelier.backing.process.ProcessService;
import dev.atelier.backing.process.ProgramLocator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@link KafkaNodeMain} as a child of this JVM. */
final class KafkaProcess extends ProcessService implements Kafka {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final BackingServiceOptions backingServiceOptions;
    private final String classPath;
    private final int port;

    private KafkaProcess(BackingServiceOptions backingServiceOptions, String classPath) {
        super(STOP_LIMIT);
        this.backingServiceOptions = backingServiceOptions;
        this.classPath = classPath;
        this.port = LocalPorts.claim("Kafka", backingServiceOptions.port());
        startFirst();
    }

    static KafkaProcess start(BackingServiceOptions backingServiceOptions, String classPath) {
        return new KafkaProcess(backingServiceOptions, classPath);
    }

    @Override
    protected ChildProcess launch() {
        var ready = new ReadyFile(backingServiceOptions.directory().resolve("ready"));
        ready.remove();
        var child = ChildProcess.start(new LaunchSpec(
                name(), command(ready), backingServiceOptions.directory().resolve("kafka.log")));
        child.awaitReady(ready::exists, START_LIMIT, backingServiceOptions.progress());
        return child;
    }

    private List<String> command(ReadyFile ready) {
        return List.of(
                ProgramLocator.java().toString(),
                "-Xms128m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dlogback.configurationFile=dev/atelier/backing/logback.xml",
                "-cp",
                classPath,
                KafkaNodeMain.class.getName(),
                String.valueOf(port),
                String.valueOf(LocalPorts.free()),
                data().toString(),
                ready.path().toString());
    }

    private Path data() {
        return backingServiceOptions.directory().resolve("data").toAbsolutePath();
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }
}
