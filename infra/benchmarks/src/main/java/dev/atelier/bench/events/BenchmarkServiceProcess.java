package dev.atelier.bench.events;

import dev.atelier.backing.LocalPorts;
import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.kafka.Kafka;
import dev.atelier.backing.mongo.MongoDb;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.HttpProbe;
import dev.atelier.backing.process.LaunchSpec;
import dev.atelier.backing.process.ProgramLocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A small service in its own JVM, started in the same way as services of the local stack. */
final class BenchmarkServiceProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final ChildProcess process;
    private final URI switchboard;
    private final HttpClient http;

    private BenchmarkServiceProcess(ChildProcess process, URI switchboard) {
        this.process = process;
        this.switchboard = switchboard;
        this.http = HttpClient.newHttpClient();
    }

    /** Starts the service and returns when it is ready. */
    static BenchmarkServiceProcess start(
            Class<?> main, String name, MongoDb mongo, Kafka kafka, Path folder, ProgressListener progressListener) {
        int port = LocalPorts.free();
        int switchboard = LocalPorts.free();
        var command = List.of(
                ProgramLocator.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms32m",
                "-Xmx160m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--server.port=" + port,
                "--bench.switchboard=" + switchboard,
                "--spring.application.name=" + name,
                "--spring.mongodb.uri=" + mongo.uri("bench_" + name),
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--logging.structured.format.console=",
                "--atelier.issuer-uri=http://127.0.0.1:9");
        var process = ChildProcess.start(new LaunchSpec(name, command, folder.resolve(name + ".log")));
        process.awaitReady(
                () -> HttpProbe.isOk("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)),
                START_LIMIT,
                progressListener);
        return new BenchmarkServiceProcess(process, URI.create("http://127.0.0.1:" + switchboard));
    }

    long pid() {
        return process.pid();
    }

    /** Sends a command and waits for the response. */
    String sendCommand(String path) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(switchboard.resolve(path))
                    .timeout(Duration.ofMinutes(10))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " returned " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        process.stop(Duration.ofSeconds(20));
    }
}
