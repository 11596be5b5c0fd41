package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.atelier.stack.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Runs {@code infra/docker/compose-test}: starts {@code docker-compose.yml} with locally built images and runs the demo
 * through its gateway. It needs a Docker daemon and 4 GB of memory for some minutes, so it runs only if
 * {@code ATELIER_COMPOSE_TEST} is {@code yes}, and is skipped with the script's reason if the machine cannot run it.
 */
@EnabledIfEnvironmentVariable(
        named = "ATELIER_COMPOSE_TEST",
        matches = "yes",
        disabledReason = "docker-compose.yml is run where ATELIER_COMPOSE_TEST=yes; it takes some minutes")
class ComposeTest {
    private static final int CANNOT_RUN_HERE = 2;

    @Test
    void theMainJobIsDoneInContainers() throws IOException {
        var root = Installation.locate().root().toAbsolutePath().normalize();
        var log = Files.createDirectories(Path.of("target")).resolve("compose-test.log");
        var builder = new ProcessBuilder(
                        root.resolve("infra/docker/compose-test").toString(), "--built")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));

        var code = builder.start().onExit().join().exitValue();

        assumeTrue(code != CANNOT_RUN_HERE, () -> said(log));
        assertThat(code).as(said(log)).isZero();
        assertThat(said(log)).contains("docker-compose.yml works");
    }

    private static String said(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return log + " cannot be read: " + e;
        }
    }
}
