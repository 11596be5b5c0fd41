package dev.atelier.backing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.MountableFile;

/** One container whose data lives as long as it does: it survives {@link #kill()} and {@link #restart()}, not the end of this JVM. */
public final class DockerContainer {
    private final String name;
    private final String image;
    private final GenericContainer<?> container;
    private @Nullable BooleanSupplier answers;
    private Duration limit = Duration.ZERO;
    private ProgressListener progress = ProgressListener.toLog();

    /** {@code ports} of 127.0.0.1 lead to those inside. */
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

    /** Copies a file of the class path into it before it starts. */
    public DockerContainer holding(String resource, String path) {
        container.withCopyToContainer(MountableFile.forClasspathResource(resource), path);
        return this;
    }

    /** Whether Docker answers. */
    public static boolean possible() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** Returns once it answers; throws {@link BackingServiceFailed} with its last output when it does not within the limit. */
    public void start(BooleanSupplier whenAnswering, Duration within, ProgressListener telling) {
        if (!possible()) {
            throw new BackingServiceFailed(
                    "%s was asked for in a container, but Docker does not answer. Start Docker, or leave out --containers."
                            .formatted(name));
        }
        answers = whenAnswering;
        limit = within;
        progress = telling;
        progress.says("Starting %s in a container (%s)".formatted(name, image));
        container.start();
        awaitAnswer();
    }

    public boolean alive() {
        return container.isRunning();
    }

    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    /** Starts the same container with the same data again. */
    public void restart() {
        container
                .getDockerClient()
                .restartContainerCmd(container.getContainerId())
                .exec();
        awaitAnswer();
    }

    public void stop() {
        container.stop();
    }

    private void awaitAnswer() {
        var started = System.nanoTime();
        while (answers != null && !answers.getAsBoolean()) {
            if (System.nanoTime() - started > limit.toNanos()) {
                throw new BackingServiceFailed("%s (%s) did not answer within %d s. It said:%n%s"
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
