package dev.atelier.kit.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Before photos were decoded by region, steps counted all pixels and the parts were limited, this test failed: the
 * process ended with {@code OutOfMemoryError}.
 */
class HostilePhotoTest {
    @TempDir
    private Path disk;

    @Test
    void noPhotoTakesMoreThanASmallHeap() throws Exception {
        HostilePhotoGenerator.png(disk.resolve("hostile-tall.png"), 1_170, 14_000, 8, 2, 3, false);
        HostilePhotoGenerator.png(disk.resolve("hostile-wide.png"), 48_000, 1_000, 8, 2, 3, false);
        HostilePhotoGenerator.png(disk.resolve("hostile-deep.png"), 4_000, 4_000, 16, 6, 4, false);
        HostilePhotoGenerator.png(disk.resolve("hostile-interlaced.png"), 4_000, 4_000, 8, 2, 3, true);
        HostilePhotoGenerator.png(disk.resolve("hostile-row.png"), 65_535, 700, 16, 6, 4, false);
        wideJpeg();
        HostilePhotoGenerator.jpeg(disk.resolve("hostile-scans-500.jpg"), 3_990, 500);
        HostilePhotoGenerator.jpeg(disk.resolve("hostile-scans-100.jpg"), 3_990, 100);
        HostilePhotoGenerator.jpeg(disk.resolve("hostile-scans-10.jpg"), 3_990, 10);
        HostilePhotoGenerator.webp(disk.resolve("hostile-chunks.webp"), 2_000_000);

        var said = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostilePhotoGenerator.class.getName(),
                        disk.toString())
                .redirectErrorStream(true)
                .start();
        var lines = new String(said.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(lines.lines())
                .filteredOn(line -> line.startsWith("hostile-"))
                .as(lines)
                .containsExactlyInAnyOrder(
                        "hostile-tall.png: thumbnail, 3 squares",
                        "hostile-wide.png: thumbnail, 3 squares",
                        "hostile-deep.png: thumbnail, 3 squares",
                        "hostile-interlaced.png: thumbnail, 3 squares",
                        "hostile-row.png: thumbnail, 3 squares",
                        "hostile-wide.jpg: thumbnail, 3 squares",
                        "hostile-scans-500.jpg: photo-too-complex",
                        "hostile-scans-100.jpg: none, too-many-pixels",
                        "hostile-scans-10.jpg: thumbnail, 3 squares",
                        "hostile-chunks.webp: photo-unreadable");
    }

    private void wideJpeg() throws IOException {
        var picture = new BufferedImage(12_000, 2_000, BufferedImage.TYPE_BYTE_GRAY);
        assertThat(ImageIO.write(
                        picture, "jpg", disk.resolve("hostile-wide.jpg").toFile()))
                .isTrue();
    }
}
