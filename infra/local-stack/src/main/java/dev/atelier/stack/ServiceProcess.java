package dev.atelier.stack;

import dev.atelier.backing.LocalPorts;
import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.HttpProbe;
import dev.atelier.backing.process.LaunchSpec;
import dev.atelier.backing.process.ProgramLocator;
import dev.atelier.stack.supervision.SupervisedPart;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** One instance of a service. */
public final class ServiceProcess implements SupervisedPart, AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(45);

    /** 128 + 15. */
    private static final int ENDED_BY_SIGTERM = 143;

    private final ServiceDefinition serviceDefinition;
    private final Path jar;
    private final List<String> flags;
    private final int port;
    private final Supplier<Map<String, String>> environment;
    private final Path log;
    private final ProgressListener progressListener;
    private volatile ChildProcess process;

    private ServiceProcess(
            ServiceDefinition serviceDefinition,
            Path jar,
            List<String> flags,
            int port,
            Supplier<Map<String, String>> environment,
            Path log,
            ProgressListener progressListener) {
        this.serviceDefinition = serviceDefinition;
        this.jar = jar;
        this.flags = List.copyOf(flags);
        this.port = LocalPorts.claim(serviceDefinition.name(), port);
        this.environment = environment;
        this.log = log;
        this.progressListener = progressListener;
        this.process = launch();
    }

    /**
     * Returns once it is ready. Throws {@link dev.atelier.backing.BackingServiceFailed} with the last log lines otherwise.
     *
     * @param environment read at each start, because secrets may have changed
     */
    static ServiceProcess start(
            ServiceDefinition serviceDefinition,
            Path jar,
            List<String> flags,
            int port,
            Supplier<Map<String, String>> environment,
            Path log,
            ProgressListener progressListener) {
        return new ServiceProcess(serviceDefinition, jar, flags, port, environment, log, progressListener);
    }

    private ChildProcess launch() {
        var variables = new HashMap<>(environment.get());
        variables.put("SERVER_PORT", String.valueOf(port));
        var child = ChildProcess.start(new LaunchSpec(serviceDefinition.name(), command(), variables, log));
        child.awaitReady(() -> HttpProbe.isOk(uri() + "/actuator/health/readiness"), START_LIMIT, progressListener);
        return child;
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                ProgramLocator.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms32m",
                "-Xmx" + serviceDefinition.heapMegabytes() + "m",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** Returns the address of this instance, without a trailing slash. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String name() {
        return serviceDefinition.name();
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

    @Override
    public boolean endedInOrder() {
        var ended = process;
        return !ended.alive() && ended.exitCode() == ENDED_BY_SIGTERM;
    }

    /** Kills the process as {@code kill -9} does; returns when it has ended. */
    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public synchronized void restart() {
        stop();
        process = launch();
    }

    /** Stops the process; it has 45 s to answer open requests and to write its class archive. */
    @Override
    public void stop() {
        process.stop(STOP_LIMIT);
    }

    @Override
    public void close() {
        stop();
    }
}
