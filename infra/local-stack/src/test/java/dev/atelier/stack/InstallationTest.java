package dev.atelier.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.backing.BackingServiceFailed;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InstallationTest {

    @Test
    void aFullDiskIsSaidWithTheWayOut() {
        assertThatThrownBy(() -> Installation.requireDisk(Path.of("house"), (1L << 30) - 1))
                .isInstanceOf(BackingServiceFailed.class)
                .hasMessageContaining("Only 1023 MB of disk are free at house")
                .hasMessageContaining("infra/atelier reset");
    }

    @Test
    void aGigabyteIsEnough() {
        assertThatCode(() -> Installation.requireDisk(Path.of("house"), 1L << 30))
                .doesNotThrowAnyException();
    }
}
