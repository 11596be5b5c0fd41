package dev.atelier.kit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.kit.file.TemporaryFiles;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The samples have 64 times 48 pixels, blue on the left and red on the right, and metadata about where and with which
 * device they were taken.
 */
class PhotoSanitizerTest {
    private static final String CAMERA = "SecretCam";

    @TempDir
    private Path disk;

    private TemporaryFiles files;
    private PhotoSanitizer photos;
    private ThumbnailGenerator thumbnails;
    private SquareImageGenerator squares;

    @BeforeEach
    void aDecoder() {
        files = new TemporaryFiles(disk);
        var decoder = new PhotoDecoder(files);
        photos = new PhotoSanitizer(50_000_000, decoder);
        thumbnails = new ThumbnailGenerator(320, decoder);
        squares = new SquareImageGenerator(List.of(48, 128), decoder);
    }

    @AfterEach
    void noTemporaryFiles() {
        files.close();
    }

    private static byte[] sample(String name) throws IOException {
        try (var in = PhotoSanitizerTest.class.getResourceAsStream("/photos/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private PhotoInfo strip(byte[] bytes) throws IOException {
        var from = Files.write(disk.resolve("from"), bytes);
        var format = PhotoFormat.of(Arrays.copyOf(bytes, PhotoFormat.HEAD)).orElseThrow();
        return photos.strip(format, from, disk.resolve("to"));
    }

    private String stripped() throws IOException {
        return new String(Files.readAllBytes(disk.resolve("to")), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "baseline.jpg, JPEG, 6, false, 1",
        "progressive.jpg, JPEG, 6, true, 10",
        "plain.png, PNG, 6, false, 1",
        "lossy.webp, WEBP, 6, true, 1",
        "lossless.webp, WEBP, 6, true, 1"
    })
    void aPhotoLosesWhatItSaysAboutPeopleAndPlacesAndKeepsItsPicture(
            String name, PhotoFormat format, int orientation, boolean atOnce, int scans) throws IOException {
        var bytes = sample(name);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains(CAMERA);

        var photoInfo = strip(bytes);

        assertThat(photoInfo).isEqualTo(new PhotoInfo(format, 64, 48, orientation, atOnce, scans));
        assertThat(stripped()).doesNotContain(CAMERA, "secret comment", "xmp", "GPS");
        assertThat(Files.size(disk.resolve("to"))).isLessThan(bytes.length);
        var small = thumbnails.generate(disk.resolve("to"), photoInfo).orElseThrow();
        var looked = ImageIO.read(new ByteArrayInputStream(small));
        assertThat(looked.getWidth()).isEqualTo(orientation == 6 ? 48 : 64);
        assertThat(looked.getHeight()).isEqualTo(orientation == 6 ? 64 : 48);
        assertThat(looked.getRGB(4, 4) & 0xFF).as("blue comes first").isGreaterThan(150);
    }

    /**
     * All samples contain position, author, camera, comments and XMP, and an orientation that turns them by 90 degrees.
     */
    @ParameterizedTest
    @CsvSource({
        "planted.jpg, JPEG, 6",
        "planted.png, PNG, 6",
        "planted.webp, WEBP, 6",
        "planted.gif, GIF, 1",
        "planted.heic, HEIC, 6",
        "planted.avif, AVIF, 6"
    })
    void nothingThatWasPlantedIsLeftAndTheWayUpIsKept(String name, PhotoFormat format, int orientation)
            throws IOException {
        var bytes = sample(name);
        assertThat(text(bytes)).contains("Secret", "AuthorLea");

        var photoInfo = strip(bytes);

        assertThat(photoInfo.format()).isEqualTo(format);
        assertThat(List.of(photoInfo.width(), photoInfo.height(), photoInfo.orientation()))
                .containsExactly(64, 48, orientation);
        assertThat(stripped()).doesNotContain("Secret", "AuthorLea", "2026:11:30", "dc:creator");
        assertThat(Files.size(disk.resolve("to"))).isLessThanOrEqualTo(bytes.length);
        assertThat(strip(Files.readAllBytes(disk.resolve("to"))))
                .as("it is still a photo")
                .isEqualTo(photoInfo);
        var small = thumbnails.generate(disk.resolve("to"), photoInfo);
        assertThat(small.isPresent()).isEqualTo(format.decodable());
        if (small.isPresent()) {
            var looked = ImageIO.read(new ByteArrayInputStream(small.get()));
            assertThat(looked.getWidth()).isEqualTo(48);
            assertThat(looked.getRGB(24, 4) & 0xFF).as("blue comes first").isGreaterThan(150);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"planted.heic", "planted.avif"})
    void thePictureOfAPhoneStaysBitByBit(String name) throws IOException {
        var before = sample(name);
        strip(before);
        var after = Files.readAllBytes(disk.resolve("to"));

        // The picture comes first in one file and last in the other.
        int data = text(before).indexOf("mdat") + 4;
        int exif = text(before).indexOf("MM\0*");
        var picture =
                name.endsWith("heic") ? new int[] {data, exif - 10} : new int[] {before.length - 0x3A, before.length};
        assertThat(Arrays.copyOfRange(after, picture[0], picture[1]))
                .isEqualTo(Arrays.copyOfRange(before, picture[0], picture[1]));
    }

    @Test
    void whatNoItemOfAHeicPointsToIsLeft() throws IOException {
        var heic = sample("planted.heic");
        var hidden = ByteBuffer.allocate(heic.length + 48).put(heic);
        hidden.putInt(24).put("mdatSecretHidden".getBytes(StandardCharsets.US_ASCII));
        hidden.putInt(heic.length + 24, 24);
        hidden.position(heic.length + 24).putInt(24).put("uuidSecretHidden".getBytes(StandardCharsets.US_ASCII));

        strip(hidden.array());

        assertThat(stripped()).doesNotContain("Secret").contains("free");
    }

    @Test
    void filmsInAPhotosFormatAreRefused() throws IOException {
        var film = ByteBuffer.allocate(sample("planted.heic").length + 8)
                .put(sample("planted.heic"))
                .putInt(8)
                .put("moov".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> strip(film.array())).isInstanceOf(ImageTypeNotAccepted.class);
    }

    @Test
    void aHeicWhoseItemsOverlapIsRefused() throws IOException {
        var heic = sample("planted.heic");
        int places = text(heic).indexOf("iloc") + 4 + 4 + 2 + 2;
        // The length of items 2 and 3; each entry has 16 bytes: id, method, source, extents, offset, length.
        for (int item = 1; item < 3; item++) {
            ByteBuffer.wrap(heic).putInt(places + item * 16 + 8, 0).putInt(places + item * 16 + 12, heic.length);
        }

        assertThatThrownBy(() -> strip(heic)).isInstanceOf(PhotoUnreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"planted.heic", "planted.avif", "planted.gif"})
    void whateverIsBrokenInItIsRefusedOrRead(String name) throws IOException {
        var random = new Random(1);
        for (int round = 0; round < 300; round++) {
            var bytes = sample(name);
            for (int change = 0; change < 3; change++) {
                bytes[PhotoFormat.HEAD + random.nextInt(Math.min(bytes.length, 600) - PhotoFormat.HEAD)] =
                        (byte) random.nextInt(256);
            }
            try {
                var _ = strip(bytes);
            } catch (Refusal refused) {
                assertThat(refused.reason()).isEqualTo(RefusalReason.UNPROCESSABLE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline.jpg", "progressive.jpg"})
    void aJpegWithoutTheMarkOfItsEndIsTakenAndGetsOne(String name) throws IOException {
        var bytes = sample(name);
        var photoInfo = strip(bytes);
        var whole = Files.readAllBytes(disk.resolve("to"));

        assertThat(strip(Arrays.copyOf(bytes, bytes.length - 2))).isEqualTo(photoInfo);
        assertThat(Files.readAllBytes(disk.resolve("to"))).isEqualTo(whole);
        assertThatThrownBy(() -> strip(Arrays.copyOf(bytes, bytes.length - 5))).isInstanceOf(PhotoUnreadable.class);
    }

    @ParameterizedTest
    @CsvSource({"baseline.jpg, 48, 48", "lossy.webp, 48, 48", "plain.png, 48, 48"})
    void squaresAreCutFromTheMiddle(String name) throws IOException {
        var made = squares.generate(disk.resolve("to"), strip(sample(name)));

        assertThat(made).containsOnlyKeys(48, 128);
        var looked = ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(made.get(128))));
        assertThat(looked.getWidth()).isEqualTo(128);
        assertThat(looked.getRGB(8, 8) & 0xFF).as("blue comes first").isGreaterThan(150);
    }

    @Test
    void whoeverWaitsForTheDecoderTooLongIsAskedToComeAgain() throws Exception {
        var hasty = new PhotoDecoder(files, Duration.ofMillis(1));
        var photoInfo = strip(sample("plain.png"));
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var slow = Thread.ofVirtual().start(() -> decodeUntil(begun, end));
        begun.await();

        assertThatThrownBy(() -> new ThumbnailGenerator(320, hasty).generate(disk.resolve("to"), photoInfo))
                .isInstanceOfSatisfying(
                        PhotoDecoderBusy.class,
                        busy -> assertThat(busy.retryAfter()).isNotNull());
        end.countDown();
        slow.join();
        assertThat(new ThumbnailGenerator(320, hasty).generate(disk.resolve("to"), photoInfo))
                .isPresent();
    }

    private void decodeUntil(CountDownLatch begun, CountDownLatch end) {
        try {
            var _ = new PhotoDecoder(files).runExclusively(() -> {
                begun.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return begun;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
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
    @ValueSource(
            strings = {
                "baseline.jpg",
                "progressive.jpg",
                "plain.png",
                "lossy.webp",
                "lossless.webp",
                "planted.gif",
                "planted.heic",
                "planted.avif"
            })
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

        assertThat(thumbnails.generate(disk.resolve("to"), new PhotoInfo(PhotoFormat.WEBP, 5_000, 5_000, 1, true, 1)))
                .isEmpty();
    }

    @Test
    void aPhotoWhosePictureCannotBeReadHasNoThumbnail() throws IOException {
        var png = sample("plain.png");
        var text = new String(png, StandardCharsets.ISO_8859_1);
        int data = text.indexOf("IDAT") + 4;
        Arrays.fill(png, data, data + 12, (byte) 0);

        assertThat(thumbnails.generate(disk.resolve("to"), strip(png))).isEmpty();
    }
}
