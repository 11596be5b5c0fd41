package dev.atelier.backing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    Path folder;

    @Test
    void diesWhenItsParentIsKilled() throws IOException {
        var parent = new ProcessBuilder(
                        ProgramLocator.java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentProcessMain.class.getName(),
                        folder.resolve("child.log").toString())
                .start();
        try (var output = parent.inputReader()) {
            var child = Long.parseLong(output.readLine());
            assertThat(isAlive(child)).isTrue();

            parent.destroyForcibly();

            await().atMost(Duration.ofSeconds(10)).until(() -> !isAlive(child));
        }
    }

    @Test
    void keepsTheNumberOfTheProgramItself() {
        var child = ChildProcess.start(new LaunchSpec("sleep", List.of("sleep", "300"), folder.resolve("log")));

        await().untilAsserted(() -> assertThat(ProcessHandle.of(child.pid())
                        .orElseThrow()
                        .info()
                        .command()
                        .orElseThrow())
                .endsWith("sleep"));

        child.kill();
        assertThat(child.alive()).isFalse();
    }

    @Test
    void isGivenTimeToEndInOrder() {
        var log = folder.resolve("log");
        var child = ChildProcess.start(new LaunchSpec(
                "shop",
                List.of("sh", "-c", "trap 'sleep 1; echo closed; exit' TERM; echo open; while :; do sleep 0.1; done"),
                log));
        await().until(() -> ProcessLogFile.tail(log, 1).equals("open"));

        child.stop(Duration.ofSeconds(10));

        assertThat(ProcessLogFile.tail(log, 1)).isEqualTo("closed");
    }

    @Test
    void leavesNoWatcherBehind() {
        var child = ChildProcess.start(new LaunchSpec("true", List.of("true"), folder.resolve("log")));

        await().until(() -> !child.alive());

        await().until(() -> ProcessHandle.allProcesses()
                .noneMatch(other -> other.parent()
                        .filter(parent -> parent.pid() == child.pid())
                        .isPresent()));
    }

    @Test
    void aFailedStartTellsItsLastLines() {
        var child = ChildProcess.start(
                new LaunchSpec("The bakery", List.of("sh", "-c", "echo no flour left; exit 3"), folder.resolve("log")));

        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofSeconds(10), ProgressListener.toLog()))
                .isInstanceOf(BackingServiceFailed.class)
                .hasMessageContaining("The bakery ended with code 3")
                .hasMessageContaining("no flour left")
                .hasMessageContaining(folder.resolve("log").toString());
    }

    @Test
    void whatNeitherAnswersNorWritesAnythingIsKilled() {
        var child = ChildProcess.start(new LaunchSpec("sleep", List.of("sleep", "300"), folder.resolve("log")));

        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofMillis(200), ProgressListener.toLog()))
                .hasMessageContaining("did not answer, and wrote nothing for");
        assertThat(child.alive()).isFalse();
    }

    @Test
    void whatWritesOnIsWaitedForHoweverSlowItIs() {
        var log = folder.resolve("log");
        var child = ChildProcess.start(new LaunchSpec(
                "The bakery", List.of("sh", "-c", "for loaf in $(seq 300); do echo $loaf; sleep 0.1; done"), log));

        child.awaitReady(
                () -> ProcessLogFile.tail(log, 1).equals("60"), Duration.ofSeconds(3), ProgressListener.toLog());

        assertThat(child.alive()).isTrue();
        child.kill();
    }

    @Test
    void whatTakesLongSaysSoOnce() {
        var log = folder.resolve("log");
        var said = new CopyOnWriteArrayList<String>();
        var child = ChildProcess.start(
                new LaunchSpec("The bakery", List.of("sh", "-c", "sleep 3; echo open; sleep 300"), log));

        child.awaitReady(() -> ProcessLogFile.tail(log, 1).equals("open"), Duration.ofSeconds(30), said::add);

        assertThat(said).containsExactly("The bakery is starting");
        child.kill();
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
