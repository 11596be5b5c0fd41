package dev.atelier.backing.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLogFileTest {
    @TempDir
    Path folder;

    @Test
    void theLastWordsAreNotStackFrames() throws IOException {
        var log = log("""
                Starting
                Exception in thread "main" java.lang.IllegalStateException: no flour left
                \tat bakery.Oven.heat(Oven.java:12)
                \t... 16 common frames omitted

                """);

        assertThat(ProcessLogFile.lastReadableLines(log, 2))
                .isEqualTo("Starting\nException in thread \"main\" java.lang.IllegalStateException: no flour left");
    }

    @Test
    void ofJsonTheyAreLevelAndMessages() throws IOException {
        var log = log("""
                {"log":{"level":"ERROR","logger":"x"},"message":"It \\"failed\\"\\n","error":{"type":"E","message":"no flour left","stack_trace":"at x"}}
                """);

        assertThat(ProcessLogFile.lastReadableLines(log, 5)).isEqualTo("ERROR It \"failed\": no flour left");
    }

    @Test
    void anAbsentLogHasNoWords() {
        assertThat(ProcessLogFile.tail(folder.resolve("none"), 5)).isEmpty();
    }

    private Path log(String text) throws IOException {
        return Files.writeString(folder.resolve("log"), text);
    }
}
