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
 * {@code docker-compose.yml} brought up by {@code infra/docker/compose-test}, on images that are made here, and the main job played
 * through its gateway. It takes a daemon of Docker and 4 GB of memory for some minutes, so that it runs where {@code
 * ATELIER_COMPOSE_TEST} is {@code yes}, and is skipped with the script's reason where the machine cannot run it.
 */
@EnabledIfEnvironmentVariable(
        named = "ATELIER_COMPOSE_TEST",
        matches = "yes",
        disabledReason = "docker-compose.yml is run where ATELIER_COMPOSE_TEST=yes; it takes some minutes")
class ComposeTest {
    private static final int CANNOT_RUN_HERE = 2;

    @Test
    void theMainJobIsDoneInContainers() throws IOException {
        var root = Installation.here().root().toAbsolutePath().normalize();
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
