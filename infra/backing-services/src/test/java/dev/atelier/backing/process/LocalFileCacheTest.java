package dev.atelier.backing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.backing.BackingServiceFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileCacheTest {
    @TempDir
    Path folder;

    @Test
    void makesAnEntryOnce() {
        var made = new AtomicInteger();
        var cache = new LocalFileCache(folder);

        cache.folder("bread", working -> made.incrementAndGet());
        cache.folder("bread", working -> made.incrementAndGet());

        assertThat(made).hasValue(1);
    }

    @Test
    void whatFailsHalfWayIsNotKept() throws IOException {
        var cache = new LocalFileCache(folder);

        assertThatThrownBy(() -> cache.folder("bread", working -> {
                    write(working.resolve("half"), "half");
                    throw new BackingServiceFailed("no flour left");
                }))
                .hasMessage("no flour left");

        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly("bread.lock");
        }
    }

    @Test
    void refusesAFileThatIsNotThePinnedOne() {
        var file = folder.resolve("mongod");
        write(file, "something else");

        assertThatThrownBy(() -> FileChecksum.verify(file, "00"))
                .isInstanceOf(BackingServiceFailed.class)
                .hasMessageContaining("mongod is not the file that is pinned")
                .hasMessageContaining(FileChecksum.sha256(file));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
