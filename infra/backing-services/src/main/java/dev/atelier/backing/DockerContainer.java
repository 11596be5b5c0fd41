package dev.atelier.backing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.MountableFile;

/** One container. Its data survives {@link #kill()} and {@link #restart()}, but not the end of this JVM. */
public final class DockerContainer {
    private final String name;
    private final String image;
    private final GenericContainer<?> container;
    private @Nullable BooleanSupplier answers;
    private Duration limit = Duration.ZERO;
    private ProgressListener progress = ProgressListener.toLog();

    /** {@code ports} maps ports of 127.0.0.1 to ports of the container. */
    public DockerContainer(
            String name,
            String image,
            Map<Integer, Integer> ports,
            Map<String, String> environment,
            String... command) {
        this.name = name;
        this.image = image;
        this.container = new GenericContainer<>(image)
                .withEnv(environment)
                .withExposedPorts(ports.values().toArray(Integer[]::new))
                .withExtraHost("host.docker.internal", "host-gateway");
        if (command.length > 0) {
            container.withCommand(command);
        }
        container.setPortBindings(ports.entrySet().stream()
                .map(port -> "127.0.0.1:%d:%d".formatted(port.getKey(), port.getValue()))
                .toList());
    }

    /** Copies a file of the class path into the container before it starts. */
    public DockerContainer withFile(String resource, String path) {
        container.withCopyToContainer(MountableFile.forClasspathResource(resource), path);
        return this;
    }

    /** Whether Docker is available. */
    public static boolean isDockerAvailable() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /**
     * Starts the container and returns when it responds; throws {@link BackingServiceFailed} with its last output after
     * the time limit.
     */
    public void start(BooleanSupplier whenAnswering, Duration within, ProgressListener telling) {
        if (!isDockerAvailable()) {
            throw new BackingServiceFailed(
                    "%s should run in a container, but Docker is not available. Start Docker, or omit --containers."
                            .formatted(name));
        }
        answers = whenAnswering;
        limit = within;
        progress = telling;
        progress.report("Starting %s in a container (%s)".formatted(name, image));
        container.start();
        awaitReady();
    }

    public boolean alive() {
        return container.isRunning();
    }

    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    /** Restarts the container with its data. */
    public void restart() {
        container
                .getDockerClient()
                .restartContainerCmd(container.getContainerId())
                .exec();
        awaitReady();
    }

    public void stop() {
        container.stop();
    }

    private void awaitReady() {
        var started = System.nanoTime();
        while (answers != null && !answers.getAsBoolean()) {
            if (System.nanoTime() - started > limit.toNanos()) {
                throw new BackingServiceFailed("%s (%s) did not respond within %d s. Its output:%n%s"
                        .formatted(name, image, limit.toSeconds(), container.getLogs()));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BackingServiceFailed("interrupted while waiting for " + name, e);
            }
        }
    }
}
