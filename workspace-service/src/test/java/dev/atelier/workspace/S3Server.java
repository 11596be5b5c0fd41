package dev.atelier.workspace;

import dev.atelier.backing.LocalPorts;
import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.HttpProbe;
import dev.atelier.backing.process.LaunchSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An S3-compatible server, a process of its own with one bucket. */
final class S3Server implements AutoCloseable {
    static final String BUCKET = "atelier-files";

    private final ChildProcess process;
    private final int port;

    S3Server() {
        port = LocalPorts.free();
        var folder = Path.of("target", "s3mock").toAbsolutePath();
        process = ChildProcess.start(new LaunchSpec(
                "the S3 server",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-jar",
                        folder.resolve("s3mock.jar").toString(),
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.httpPort=" + port,
                        "--com.adobe.testing.s3mock.store.initialBuckets=" + BUCKET,
                        "--com.adobe.testing.s3mock.store.root=" + data(folder)),
                folder.resolve("s3mock-" + port + ".log")));
        process.awaitReady(
                () -> HttpProbe.isOk(address() + "/favicon.ico"), Duration.ofMinutes(2), ProgressListener.toLog());
    }

    private static Path data(Path folder) {
        try {
            return Files.createTempDirectory(folder, "data-");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Kills it at once. */
    @Override
    public void close() {
        process.kill();
    }
}
