package dev.atelier.stack;

import dev.atelier.backing.Ports;
import dev.atelier.backing.Progress;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.HttpAnswer;
import dev.atelier.backing.process.Launch;
import dev.atelier.backing.process.Programs;
import dev.atelier.stack.watch.Kept;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** One instance of a service. */
public final class ServiceProcess implements Kept, AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(45);

    private final Service service;
    private final Path jar;
    private final List<String> flags;
    private final int port;
    private final Map<String, String> environment;
    private final Path log;
    private final Progress progress;
    private volatile ChildProcess process;

    private ServiceProcess(
            Service service,
            Path jar,
            List<String> flags,
            int port,
            Map<String, String> environment,
            Path log,
            Progress progress) {
        this.service = service;
        this.jar = jar;
        this.flags = List.copyOf(flags);
        this.port = Ports.claim(service.name(), port);
        this.environment = new HashMap<>(environment);
        this.environment.put("SERVER_PORT", String.valueOf(port));
        this.log = log;
        this.progress = progress;
        this.process = launch();
    }

    /** Returns once it is ready. Throws {@link dev.atelier.backing.BackingServiceFailed} with the last log lines otherwise. */
    static ServiceProcess start(
            Service service,
            Path jar,
            List<String> flags,
            int port,
            Map<String, String> environment,
            Path log,
            Progress progress) {
        return new ServiceProcess(service, jar, flags, port, environment, log, progress);
    }

    private ChildProcess launch() {
        var child = ChildProcess.start(new Launch(service.name(), command(), environment, log));
        child.awaitReady(() -> HttpAnswer.isOk(uri() + "/actuator/health/readiness"), START_LIMIT, progress);
        return child;
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Programs.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms32m",
                "-Xmx" + service.heapMegabytes() + "m",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** Where this instance answers, without a trailing slash. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public String address() {
        return uri().toString();
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public OptionalLong pid() {
        return OptionalLong.of(process.pid());
    }

    @Override
    public boolean alive() {
        return process.alive();
    }

    /** As {@code kill -9}; returns when it is gone. */
    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public synchronized void restart() {
        stop();
        process = launch();
    }

    /** Lets requests in flight end and the archive be written, for 45 s at most. */
    @Override
    public void stop() {
        process.stop(STOP_LIMIT);
    }

    @Override
    public void close() {
        stop();
    }
}
