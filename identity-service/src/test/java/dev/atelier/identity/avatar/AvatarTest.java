package dev.atelier.identity.avatar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.UserState;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.TestUserFactory.TestUser;
import dev.atelier.identity.TopicReader;
import dev.atelier.kit.file.TemporaryFiles;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class AvatarTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestUser known;
    private static TestUser colleague;

    @LocalServerPort
    int port;

    @Autowired
    TemporaryFiles temporary;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionRunner transactions;

    @Autowired
    MongoTemplate mongo;

    @BeforeEach
    void leaAndNoah() {
        if (known == null) {
            known = TestUserFactory.register("Lea", "Martin");
            colleague = TestUserFactory.register("Noah", "Keller");
        }
        known.at(port).get("/api/me");
        colleague.at(port).get("/api/me");
        assertThat(known.at(port).delete("/api/me/avatar").status()).isEqualTo(204);
    }

    private HttpResponse<byte[]> ask(TestUser who, String method, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", "Bearer " + who.tokens().accessToken());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.sendAsync(request.build(), BodyHandlers.ofByteArray()).join();
    }

    private HttpResponse<byte[]> show(byte[] picture) {
        return ask(known, "POST", "/api/me/avatar", picture);
    }

    private HttpResponse<byte[]> see(TestUser by, String query, String... headers) {
        return ask(by, "GET", "/api/users/" + known.id() + "/avatar" + query, new byte[0], headers);
    }

    private static String problem(HttpResponse<byte[]> answer) {
        return JsonMapper.shared()
                .readTree(answer.body())
                .path("type")
                .asString()
                .replace("urn:atelier:problem:", "");
    }

    /** Red on its left and right, blue in its middle. */
    private static byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.BLUE);
        int side = Math.min(width, height);
        canvas.fillRect((width - side) / 2, (height - side) / 2, side, side);
        canvas.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With a device's name in a comment. */
    private static byte[] commented(byte[] jpeg) {
        var comment = "SecretCam".getBytes(ISO_8859_1);
        return ByteBuffer.allocate(jpeg.length + comment.length + 4)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFFE)
                .putShort((short) (comment.length + 2))
                .put(comment)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private void meet(boolean ended, long version, WorkspaceId workspace) {
        transactions.run(() -> Stream.of(known, colleague)
                .forEach(one -> outbox.append(new MembershipState(
                        workspace,
                        one.id(),
                        WorkspaceRole.MEMBER,
                        Instant.EPOCH,
                        ended && one == colleague,
                        version))));
    }

    @Test
    void aPictureIsCutFromTheMiddleInThreeSizesWithoutItsMetadata() throws IOException {
        var answer = show(commented(picture("jpg", 900, 300)));

        assertThat(answer.statusCode()).isEqualTo(200);
        for (int side : new int[] {48, 128, 512}) {
            var seen = see(known, "?size=" + side);
            assertThat(seen.statusCode()).isEqualTo(200);
            assertThat(seen.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(new String(seen.body(), ISO_8859_1)).doesNotContain("SecretCam");
            var square = ImageIO.read(new ByteArrayInputStream(seen.body()));
            assertThat(square.getWidth()).isEqualTo(side);
            assertThat(square.getHeight()).isEqualTo(side);
            assertThat(new Color(square.getRGB(1, side / 2)).getBlue()).isGreaterThan(200);
        }
        assertThat(see(known, "").headers().firstValue("Cache-Control")).hasValue("no-cache, private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void whatItIsSaysItsContent(String format) {
        assertThat(show(picture(format, 60, 90)).statusCode()).isEqualTo(200);
        assertThat(see(known, "").statusCode()).isEqualTo(200);
    }

    @Test
    void aWebpIsAPictureToo() throws IOException {
        try (var webp = Objects.requireNonNull(getClass().getResourceAsStream("/photos/lossy.webp"))) {
            assertThat(show(webp.readAllBytes()).statusCode()).isEqualTo(200);
        }
        assertThat(ImageIO.read(new ByteArrayInputStream(see(known, "?size=48").body()))
                        .getWidth())
                .isEqualTo(48);
    }

    @Test
    void aNewPictureTakesThePlaceOfTheOldOneAndEverybodyHears() {
        show(picture("png", 60, 60));
        var old = see(known, "").headers().firstValue("ETag").orElseThrow();
        assertThat(see(known, "", "If-None-Match", old).statusCode()).isEqualTo(304);

        show(picture("jpg", 200, 200));

        assertThat(see(known, "", "If-None-Match", old).statusCode()).isEqualTo(200);
        assertThat(mongo.count(Query.query(Criteria.where("_id").is(known.id().value())), "avatars"))
                .isEqualTo(1);
        long number = known.at(port).get("/api/me").body().path("avatarVersion").asLong();
        assertThat(number).isPositive();
        try (var users = TopicReader.on("identity.users")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(users.all(UserState.class, known.id()))
                            .last()
                            .returns(number, UserState::avatar));
        }
    }

    @Test
    void itIsSeenByThoseWhoShareAWorkspaceAndNobodyElse() {
        show(picture("png", 60, 60));
        assertThat(see(colleague, "").statusCode()).isEqualTo(404);

        var workspace = WorkspaceId.next();
        meet(false, 1, workspace);
        await().atMost(LIMIT).until(() -> see(colleague, "").statusCode() == 200);

        meet(true, 2, workspace);
        await().atMost(LIMIT).until(() -> see(colleague, "").statusCode() == 404);
        assertThat(see(known, "").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutAPictureAndForStrangersTheAnswerIsTheSame() {
        var none = see(known, "");
        show(picture("png", 60, 60));
        var foreign = see(colleague, "");

        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(problem(foreign)).isEqualTo(problem(none)).isEqualTo("not-found");
    }

    @Test
    void whatIsTakenAwayIsGone() {
        show(picture("png", 60, 60));

        assertThat(ask(known, "DELETE", "/api/me/avatar", new byte[0]).statusCode())
                .isEqualTo(204);

        assertThat(see(known, "").statusCode()).isEqualTo(404);
        assertThat(known.at(port).get("/api/me").body().path("avatarVersion").isNull())
                .isTrue();
        assertThat(ask(known, "DELETE", "/api/me/avatar", new byte[0]).statusCode())
                .isEqualTo(204);
    }

    @Test
    void bombsAndBrokenPicturesAreRefusedAndTheOldOneStays() {
        show(picture("png", 60, 60));
        var bomb = picture("png", 60, 60);
        ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);

        assertThat(problem(show(bomb))).isEqualTo("too-many-pixels");
        assertThat(problem(show(Arrays.copyOf(picture("jpg", 300, 300), 700)))).isEqualTo("photo-unreadable");
        assertThat(problem(show("GIF89a, or so".getBytes(ISO_8859_1)))).isEqualTo("no-picture");
        assertThat(show("<svg/>".getBytes(ISO_8859_1)).statusCode()).isEqualTo(422);
        assertThat(show(new byte[0]).statusCode()).isEqualTo(422);
        assertThat(see(known, "").statusCode()).isEqualTo(200);
    }

    @Test
    void longPicturesAreShownByTheirMiddle() throws IOException {
        for (var picture : new byte[][] {picture("png", 117, 9_000), picture("jpg", 12_000, 200)}) {
            assertThat(show(picture).statusCode()).isEqualTo(200);
            var square =
                    ImageIO.read(new ByteArrayInputStream(see(known, "?size=48").body()));
            assertThat(new Color(square.getRGB(2, 2)).getBlue()).isGreaterThan(200);
        }
    }

    @Test
    void thePhotoOfAPhoneIsRefusedWithTheWayOut() throws IOException {
        try (var heic = Objects.requireNonNull(getClass().getResourceAsStream("/photos/planted.heic"))) {
            var refused = show(heic.readAllBytes());
            assertThat(problem(refused)).isEqualTo("no-picture");
            assertThat(new String(refused.body(), ISO_8859_1)).contains("HEIC", "save it as JPEG");
        }
        try (var left = Files.newDirectoryStream(temporary.directory(), "*.part")) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aPictureHasFiveMebibytesAtMost() {
        var large = Arrays.copyOf(picture("jpg", 60, 60), (5 << 20) + 1);

        assertThat(show(large).statusCode()).isEqualTo(413);
    }

    @Test
    void ofTwoAtTheSameMomentOneIsShownWhole() throws IOException {
        var answers = Stream.of("png", "jpg")
                .map(format -> CompletableFuture.supplyAsync(() -> show(picture(format, 90, 90))))
                .toList();

        assertThat(answers.stream().map(one -> one.join().statusCode())).containsOnly(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(see(known, "?size=512").body()))
                        .getWidth())
                .isEqualTo(512);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "129", "large", ""})
    void otherSizesAreRefused(String size) {
        var answer = see(known, "?size=" + size);

        assertThat(answer.statusCode()).isEqualTo(size.isEmpty() ? 404 : 400);
    }
}
