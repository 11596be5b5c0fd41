package dev.atelier.kit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples are 64 times 48 pixels, blue on the left and red on the right, and say where and with what they were taken. */
class PhotosTest {
    private static final String CAMERA = "SecretCam";

    private final Photos photos = new Photos(50_000_000);
    private final Thumbnails thumbnails = new Thumbnails(320);

    @TempDir
    private Path disk;

    private static byte[] sample(String name) throws IOException {
        try (var in = PhotosTest.class.getResourceAsStream("/photos/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private Photo strip(byte[] bytes) throws IOException {
        var from = Files.write(disk.resolve("from"), bytes);
        var format = PhotoFormat.of(Arrays.copyOf(bytes, PhotoFormat.HEAD)).orElseThrow();
        return photos.strip(format, from, disk.resolve("to"));
    }

    private String stripped() throws IOException {
        return new String(Files.readAllBytes(disk.resolve("to")), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "baseline.jpg, JPEG, 6, false",
        "progressive.jpg, JPEG, 6, true",
        "plain.png, PNG, 1, false",
        "lossy.webp, WEBP, 1, true",
        "lossless.webp, WEBP, 1, true"
    })
    void aPhotoLosesWhatItSaysAboutPeopleAndPlacesAndKeepsItsPicture(
            String name, PhotoFormat format, int orientation, boolean atOnce) throws IOException {
        var bytes = sample(name);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains(CAMERA);

        var photo = strip(bytes);

        assertThat(photo).isEqualTo(new Photo(format, 64, 48, orientation, atOnce));
        assertThat(stripped()).doesNotContain(CAMERA, "secret comment", "xmp", "GPS");
        assertThat(Files.size(disk.resolve("to"))).isLessThan(bytes.length);
        var small = thumbnails.of(disk.resolve("to"), photo).orElseThrow();
        var looked = ImageIO.read(new ByteArrayInputStream(small));
        assertThat(looked.getWidth()).isEqualTo(orientation == 6 ? 48 : 64);
        assertThat(looked.getHeight()).isEqualTo(orientation == 6 ? 64 : 48);
        assertThat(looked.getRGB(4, 4) & 0xFF).as("blue comes first").isGreaterThan(150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "progressive.jpg", "plain.png"})
    void thePictureIsTheSameBitByBit(String name) throws IOException {
        var bytes = sample(name);
        strip(bytes);

        var before = ImageIO.read(new ByteArrayInputStream(bytes));
        var after = ImageIO.read(disk.resolve("to").toFile());

        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 48; y++) {
                assertThat(after.getRGB(x, y)).isEqualTo(before.getRGB(x, y));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "plain.png", "lossy.webp"})
    void whatIsHiddenBehindTheEndIsLeft(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(sample(name));
        out.writeBytes("a film with a position".getBytes(StandardCharsets.US_ASCII));

        strip(out.toByteArray());

        assertThat(stripped()).doesNotContain("a film");
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "progressive.jpg", "plain.png", "lossy.webp", "lossless.webp"})
    void halfAPhotoIsRefused(String name) throws IOException {
        var bytes = sample(name);

        for (int length : new int[] {PhotoFormat.HEAD, 40, bytes.length / 2}) {
            assertThatThrownBy(() -> strip(Arrays.copyOf(bytes, length))).isInstanceOf(PhotoUnreadable.class);
        }
    }

    @Test
    void bombsAreRefusedByTheirHeaders() throws IOException {
        var png = sample("plain.png");
        ByteBuffer.wrap(png).putInt(16, 100_000).putInt(20, 100_000);
        var jpeg = sample("baseline.jpg");
        int frame = frame(jpeg);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65_500).putShort(frame + 7, (short) 65_500);
        var webp = sample("lossy.webp");
        Arrays.fill(webp, 24, 30, (byte) 0x7F);

        var row = sample("plain.png");
        ByteBuffer.wrap(row).putInt(16, 40_000_000).putInt(20, 1);

        for (var bomb : new byte[][] {png, jpeg, webp, row}) {
            assertThatThrownBy(() -> strip(bomb)).isInstanceOf(TooManyPixels.class);
        }
    }

    private static int frame(byte[] jpeg) {
        for (int at = 0; at < jpeg.length - 1; at++) {
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xC0) {
                return at;
            }
        }
        throw new IllegalArgumentException("no frame");
    }

    @Test
    void whatIsNoPhotoIsNone() {
        assertThat(PhotoFormat.of("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(PhotoFormat.of(new byte[0])).isEmpty();
    }

    @Test
    void aLargePhotoThatIsUnpackedAtOnceHasNoThumbnail() throws IOException {
        strip(sample("lossy.webp"));

        assertThat(thumbnails.of(disk.resolve("to"), new Photo(PhotoFormat.WEBP, 5_000, 5_000, 1, true)))
                .isEmpty();
    }

    @Test
    void aPhotoWhosePictureCannotBeReadHasNoThumbnail() throws IOException {
        var png = sample("plain.png");
        var text = new String(png, StandardCharsets.ISO_8859_1);
        int data = text.indexOf("IDAT") + 4;
        Arrays.fill(png, data, data + 12, (byte) 0);

        assertThat(thumbnails.of(disk.resolve("to"), strip(png))).isEmpty();
    }
}
