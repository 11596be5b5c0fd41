package dev.atelier.backing.mongo;

import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.LocalPorts;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.LaunchSpec;
import dev.atelier.backing.process.ProcessService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code mongod} as a child of this JVM. */
final class MongodProcess extends ProcessService implements MongoDb {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final Path program;
    private final BackingServiceOptions backingServiceOptions;
    private final int port;

    private MongodProcess(Path program, BackingServiceOptions backingServiceOptions) {
        super(STOP_LIMIT);
        this.program = program;
        this.backingServiceOptions = backingServiceOptions;
        this.port = LocalPorts.claim("MongoDB", backingServiceOptions.port());
        startFirst();
    }

    static MongodProcess start(Path program, BackingServiceOptions backingServiceOptions) {
        return new MongodProcess(program, backingServiceOptions);
    }

    @Override
    protected ChildProcess launch() {
        var data = backingServiceOptions.directory().resolve("data");
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var child = ChildProcess.start(new LaunchSpec(
                name(), command(data), backingServiceOptions.directory().resolve("mongodb.log")));
        var direct = "mongodb://127.0.0.1:" + port + "/?directConnection=true";
        child.awaitReady(
                () -> SingleNodeReplicaSet.form(direct, "127.0.0.1:" + port),
                START_LIMIT,
                backingServiceOptions.progress());
        return child;
    }

    /**
     * A transaction whose client was killed keeps its documents locked until its lifetime ends: 3 s instead of the server's minute.
     */
    private List<String> command(Path data) {
        return List.of(
                program.toString(),
                "--replSet",
                SingleNodeReplicaSet.NAME,
                "--bind_ip",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--dbpath",
                data.toAbsolutePath().toString(),
                "--nounixsocket",
                "--quiet",
                "--wiredTigerCacheSizeGB",
                "0.25",
                "--setParameter",
                "transactionLifetimeLimitSeconds=3",
                "--setParameter",
                "diagnosticDataCollectionEnabled=false");
    }

    @Override
    public String uri() {
        return "mongodb://127.0.0.1:" + port + "/?replicaSet=" + SingleNodeReplicaSet.NAME;
    }
}
