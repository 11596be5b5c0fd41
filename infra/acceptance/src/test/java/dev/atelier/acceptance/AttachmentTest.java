package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.client.ApiClient;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users attach photos and files to actions; they are deleted with the action. */
class AttachmentTest {
    private static final int MEBIBYTE = 1 << 20;

    private static RunningSystem system;
    private static ApiClient mona;
    private static ApiClient max;
    private static ApiClient stella;
    private static String action;

    @BeforeAll
    static void anActionOfTwo() {
        system = RunningSystem.get();
        var team = system.team();
        mona = team.manager().person();
        max = team.member().person();
        stella = system.neighbours().stranger();
        var project = team.path("/projects/"
                + mona.post(team.path("/projects"), Map.of("name", "Bakery"))
                        .expect(201)
                        .text("id"));
        mona.post(project + "/participants", Map.of("userId", team.member().userId()))
                .expect(204);
        action = project + "/actions/"
                + mona.post(project + "/actions", Map.of("title", "Mend the oven"))
                        .expect(201)
                        .text("id");
    }

    /** Returns a photo with GPS metadata, as a camera writes it. */
    private static byte[] photo(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        canvas.setColor(Color.ORANGE);
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", out);
        var plain = out.toByteArray();
        var comment = "taken at 48.8584 N 2.2945 E".getBytes(StandardCharsets.US_ASCII);
        var photo = new ByteArrayOutputStream();
        photo.write(plain, 0, 2);
        photo.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length + 2)});
        photo.writeBytes(comment);
        photo.write(plain, 2, plain.length - 2);
        return photo.toByteArray();
    }

    @Test
    void aPhotoIsSeenByThoseWhoWorkOnItWithoutThePlaceItWasTakenAt() throws IOException {
        var sent = photo(1600, 1200);
        var file = max.upload(action, "four cassé.jpg", sent).expect(201);

        assertThat(file.text("name")).isEqualTo("four cassé.jpg");
        assertThat(file.text("mediaType")).isEqualTo("image/jpeg");
        var path = action + "/attachments/" + file.text("id");
        var content = mona.get(path + "/content").expect(200);
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("48.8584");
        assertThat(content.body()).doesNotContain("48.8584");
        assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(mona.request("GET", path + "/content", null, Map.of("If-None-Match", content.etag()))
                        .status())
                .isEqualTo(304);
        mona.get(path + "/thumbnail").expect(200);
        assertThat(mona.get(action + "/history").expect(200).body()).contains("four cassé.jpg");
        for (var below : new String[] {"/content", "/thumbnail"}) {
            stella.get(path + below).expect(404);
        }
        stella.upload(action, "mine.jpg", sent).expect(404);

        mona.delete(path).expect(204);
        max.get(path + "/content").expect(404);
    }

    @Test
    void aLongFilePassesAndOneThatIsTooLongIsRefusedWithTheLimit() {
        var file = max.upload(action, "film.bin", new byte[20 * MEBIBYTE]).expect(201);
        assertThat(file.text("sizeBytes")).isEqualTo(Integer.toString(20 * MEBIBYTE));
        var end = max.request(
                        "GET",
                        action + "/attachments/" + file.text("id") + "/content",
                        null,
                        Map.of("Range", "bytes=20971480-20971519"))
                .expect(206);
        assertThat(end.body()).hasSize(40);

        var refused =
                max.upload(action, "film.bin", new byte[50 * MEBIBYTE + 1]).expect(413);

        assertThat(refused.text("type")).isEqualTo("urn:atelier:problem:payload-too-large");
        assertThat(refused.text("limit")).isEqualTo("52428800");
        max.delete(action + "/attachments/" + file.text("id")).expect(204);
    }

    @Test
    void aPhotoThatWouldNotFitWhenItIsUnpackedIsRefused() throws IOException {
        var bomb = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", bomb);
        var bytes = bomb.toByteArray();
        ByteBuffer.wrap(bytes).putInt(16, 60_000).putInt(20, 60_000);

        assertThat(max.upload(action, "bomb.png", bytes).expect(422).text("type"))
                .isEqualTo("urn:atelier:problem:too-many-pixels");
    }
}
