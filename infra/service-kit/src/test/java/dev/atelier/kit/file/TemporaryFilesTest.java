package dev.atelier.kit.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {
    @TempDir
    private Path parent;

    @Test
    void whatAProcessLeftThatWasKilledIsRemovedAndWhatOneNeedsStays() throws Exception {
        var killed = owner();
        var left = Path.of(killed.inputReader().readLine());
        var living = owner();
        try {
            var needed = Path.of(living.inputReader().readLine());
            assertThat(left).exists();
            killed.destroyForcibly().waitFor();

            try (var _ = new TemporaryFiles(parent)) {
                assertThat(left).doesNotExist();
                assertThat(left.getParent()).doesNotExist();
                assertThat(needed).exists();
            }
        } finally {
            living.destroyForcibly().waitFor();
        }
    }

    private Process owner() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TemporaryFileProcessMain.class.getName(),
                        parent.toString())
                .start();
    }

    @Test
    void anotherProcessRemovesNeitherOfTwoDirectoriesOfOneProcess() throws Exception {
        try (var one = new TemporaryFiles(parent);
                var other = new TemporaryFiles(parent)) {
            var first = one.create();
            var second = other.create();
            assertThat(one.directory()).isNotEqualTo(other.directory());
            var another = owner();
            try {
                assertThat(another.inputReader().readLine()).isNotNull();

                assertThat(first).exists();
                assertThat(second).exists();
            } finally {
                another.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void anOrderlyEndLeavesNothing() throws IOException {
        try (var files = new TemporaryFiles(parent)) {
            assertThat(files.create()).exists();
        }

        try (var left = Files.list(parent)) {
            assertThat(left).isEmpty();
        }
    }
}
