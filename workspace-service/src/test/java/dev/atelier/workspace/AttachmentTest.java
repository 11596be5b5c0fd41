package dev.atelier.workspace;

import static dev.atelier.workspace.AttachmentClient.download;
import static dev.atelier.workspace.AttachmentClient.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.kit.file.TemporaryFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@ServiceTest
class AttachmentTest {
    private static final int MIB = 1 << 20;

    @Autowired
    TestDataFactory town;

    @Autowired
    TemporaryFiles temporary;

    @LocalServerPort
    int port;

    TestUser lea;
    TestUser noah;
    TestUser max;
    String workspace;
    String project;
    String action;

    @BeforeEach
    void anActionOfAProject() {
        lea = town.person("Lea");
        noah = town.person("Noah");
        max = town.person("Max");
        workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        town.addMember(workspace, lea, max);
        project = town.project(workspace, noah);
        noah.post(project + "/participants", Map.of("userId", max.id().toString()))
                .expect(204);
        action = town.action(project, noah, "Bake bread");
    }

    private static byte[] photo(String name) throws IOException {
        try (var in = AttachmentTest.class.getResourceAsStream("/photos/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void nothingIsKept(String... fileIds) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            for (var id : fileIds) {
                for (var variant : List.of("/WHOLE", "/THUMBNAIL")) {
                    assertThat(count("content.files", new Document("_id", id + variant)))
                            .isZero();
                    assertThat(count("content.chunks", new Document("files_id", id + variant)))
                            .isZero();
                }
                assertThat(count("leftovers", new Document("_id", UUID.fromString(id))))
                        .isZero();
            }
        });
    }

    private long ofWorkspace(String collection, String field) {
        return count(collection, new Document(field, UUID.fromString(workspace.split("/")[3])));
    }

    private void noTemporaryFiles() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            try (var left = Files.newDirectoryStream(temporary.directory(), "*.part")) {
                assertThat(left).isEmpty();
            }
        });
    }

    private void contentsOfWorkspace(long expected) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ofWorkspace("content.files", "metadata.workspaceId"))
                        .isEqualTo(expected));
    }

    private void noFilesInTheWorkspace() {
        await().atMost(Duration.ofSeconds(30)).until(() -> ofWorkspace("files", "workspaceId") == 0);
    }

    private long count(String collection, Document filter) {
        return town.mongo().getCollection(collection).countDocuments(filter);
    }

    @Test
    void aFileIsKeptAsItIsAndGivenToReadersAlone() {
        var content = text("Flour, water, salt\n".repeat(30_000));

        var file = upload(noah, action, "attachment; filename*=UTF-8''caf%C3%A9%20plan.txt", content)
                .expect(201);

        assertThat(file.get("name")).isEqualTo("café plan.txt");
        assertThat(file.get("mediaType")).isEqualTo("text/plain");
        assertThat(file.get("sizeBytes")).isEqualTo(Integer.toString(content.length));
        assertThat(file.get("createdBy")).isEqualTo(noah.id().toString());
        assertThat(max.get(action + "/attachments").expect(200).items("id")).containsExactly(file.id());
        var path = action + "/attachments/" + file.id();
        var got = download(max, path + "/content");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(content);
        assertThat(got.headers().getFirst("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename=\"caf_ plan.txt\"", "filename*=UTF-8''caf%C3%A9%20plan.txt");
        assertThat(got.headers().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(got.headers().getCacheControl()).contains("private").contains("no-cache");
        var etag = Objects.requireNonNull(got.headers().getETag());
        assertThat(download(max.with("If-None-Match", etag), path + "/content").status())
                .isEqualTo(304);
        var part = download(max.with("Range", "bytes=300000-300018"), path + "/content");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, 300_000, 300_019));
        max.get(path + "/thumbnail").expectProblem(404, "not-found");
        var stranger = town.person("Sam");
        stranger.get(path + "/content").expectProblem(404, "not-found");
        stranger.get(action + "/attachments").expectProblem(404, "not-found");
        upload(stranger, action, content).expectProblem(404, "not-found");
        stranger.delete(path).expectProblem(404, "not-found");
    }

    @Test
    void aFileIsOfItsActionAndWorkspaceAlone() {
        var file = upload(noah, action, text("mine")).expect(201).id();
        var sam = town.person("Sam");
        var theirs = town.action(town.project(town.workspace(sam), sam), sam, "Theirs");
        var another = town.action(project, noah, "Another");

        sam.get(theirs + "/attachments/" + file + "/content").expectProblem(404, "not-found");
        sam.delete(theirs + "/attachments/" + file).expectProblem(404, "not-found");
        noah.get(another + "/attachments/" + file + "/content").expectProblem(404, "not-found");
        noah.delete(another + "/attachments/" + file).expectProblem(404, "not-found");
        assertThat(noah.get(another + "/attachments").items("id")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "position.jpg, image/jpeg, 48, 64",
        "position.png, image/png, 48, 64",
        "position.webp, image/webp, 48, 64"
    })
    void aPhotoLosesItsMetadataAndGetsAThumbnail(String name, String type, int width, int height) throws IOException {
        var content = photo(name);

        var file = upload(noah, action, "attachment; filename=\"report.exe\"", content)
                .expect(201);

        assertThat(file.get("mediaType")).isEqualTo(type);
        assertThat(file.get("width")).isEqualTo(Integer.toString(width));
        assertThat(file.get("height")).isEqualTo(Integer.toString(height));
        var got = download(max, action + "/attachments/" + file.id() + "/content");
        assertThat(got.headers().getFirst("Content-Type")).isEqualTo(type);
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).contains("SecretCam");
        assertThat(new String(got.body(), StandardCharsets.ISO_8859_1)).doesNotContain("SecretCam");
        var small = download(max, action + "/attachments/" + file.id() + "/thumbnail");
        assertThat(small.headers().getFirst("Content-Type")).isEqualTo("image/jpeg");
        var looked = ImageIO.read(new ByteArrayInputStream(small.body()));
        assertThat(looked.getWidth()).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({
        "planted.heic, image/heic, 48, 64, false",
        "planted.avif, image/avif, 48, 64, false",
        "planted.gif, image/gif, 64, 48, false",
        "planted.png, image/png, 48, 64, true",
        "planted.webp, image/webp, 48, 64, true"
    })
    void everyPictureLosesItsMetadataAndKeepsItsWayUp(
            String name, String type, int width, int height, boolean thumbnail) throws IOException {
        var file = upload(noah, action, "attachment; filename=\"IMG_0001\"", photo(name))
                .expect(201);

        assertThat(file.get("mediaType")).isEqualTo(type);
        assertThat(file.get("width")).isEqualTo(Integer.toString(width));
        assertThat(file.get("height")).isEqualTo(Integer.toString(height));
        assertThat(file.get("hasThumbnail")).isEqualTo(Boolean.toString(thumbnail));
        var got = download(max, action + "/attachments/" + file.id() + "/content");
        assertThat(new String(photo(name), StandardCharsets.ISO_8859_1)).contains("Secret", "AuthorLea");
        assertThat(new String(got.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Secret", "AuthorLea");
    }

    @Test
    void aPictureWhoseMetadataStaysIsRefusedWithTheWayOut() throws IOException {
        var refused = upload(noah, action, "attachment; filename=\"scan.jpg\"", photo("planted.tif"))
                .expectProblem(422, "image-type-not-accepted");

        assertThat(refused.get("mediaType")).isEqualTo("image/tiff");
        assertThat(refused.get("detail")).contains("JPEG", "ZIP");
        assertThat(noah.get(action + "/attachments").items("id")).isEmpty();
        noTemporaryFiles();
    }

    @Test
    void whoeverWasRemovedMeanwhileIsRefusedBeforeTheFileIsLookedAt() throws Exception {
        try (var socket = connect("Transfer-Encoding: chunked")) {
            var out = socket.getOutputStream();
            chunk(out, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}, 4);
            out.flush();
            await().untilAsserted(() -> assertThat(partsOnDisk()).isEqualTo(1));

            lea.delete(workspace + "/members/" + noah.id()).expect(204);

            out.write(text("0\r\n\r\n"));
            out.flush();
            assertThat(new String(socket.getInputStream().readNBytes(800), StandardCharsets.UTF_8))
                    .contains(" 404 ", "not-found");
        }
        noTemporaryFiles();
    }

    private long partsOnDisk() throws IOException {
        try (var files = Files.list(temporary.directory())) {
            return files.filter(file -> file.toString().endsWith(".part")).count();
        }
    }

    @Test
    void whatAFileIsSaysItsContent() {
        var svg = upload(
                        noah,
                        action,
                        "attachment; filename=\"photo.jpg\"",
                        text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"))
                .expect(201);
        var html = upload(
                        noah,
                        action,
                        "attachment; filename=\"photo.png\"",
                        text("<!DOCTYPE html><html><body>hi</body></html>"))
                .expect(201);
        var named = upload(noah, action, "attachment; filename=\"page.html\"", text("just words"))
                .expect(201);

        assertThat(svg.get("mediaType")).isEqualTo("image/svg+xml");
        assertThat(html.get("mediaType")).isEqualTo("text/html");
        assertThat(named.get("mediaType")).isEqualTo("text/plain");
        var got = download(max, action + "/attachments/" + svg.id() + "/content");
        assertThat(got.headers().getFirst("Content-Disposition")).startsWith("attachment");
        assertThat(got.headers().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void bombsAndBrokenPhotosAreRefusedAndNothingIsKept() throws IOException {
        var bomb = photo("position.png");
        ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);

        var refused = upload(noah, action, bomb).expectProblem(422, "too-many-pixels");
        upload(noah, action, Arrays.copyOf(photo("position.jpg"), 400)).expectProblem(422, "photo-unreadable");

        assertThat(refused.get("limit")).isEqualTo("50000000");
        noTemporaryFiles();
        assertThat(noah.get(action + "/attachments").items("id")).isEmpty();
        assertThat(ofWorkspace("content.files", "metadata.workspaceId")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment",
                "nonsense \u00ff",
                "attachment; filename=\"\"",
                "attachment; filename=\"..\"",
                "attachment; filename=\"folder/\"",
                "attachment; filename*=UTF-8''a%0Ab",
                "attachment; filename*=UTF-8''a%E2%80%AEgpj.exe",
            })
    void aNameThatIsNoneIsRefused(String disposition) {
        assertThat(upload(noah, action, disposition, text("x"))
                        .expectProblem(400, "invalid-input")
                        .errors())
                .containsExactly("Content-Disposition");
    }

    @Test
    void namesHave255CharactersAndNoFolders() {
        var longest = "n".repeat(255);
        assertThat(upload(noah, action, "attachment; filename=\"" + longest + "\"", text("x"))
                        .expect(201)
                        .get("name"))
                .isEqualTo(longest);
        upload(noah, action, "attachment; filename=\"" + longest + "n\"", text("x"))
                .expectProblem(400, "invalid-input");
        assertThat(upload(noah, action, "attachment; filename*=UTF-8''C%3A%5Cmine%2F..%2Fplan.txt", text("x"))
                        .expect(201)
                        .get("name"))
                .isEqualTo("plan.txt");
    }

    @Test
    void nothingIsNoFile() {
        assertThat(upload(noah, action, new byte[0])
                        .expectProblem(400, "invalid-input")
                        .errors())
                .containsExactly("body");
    }

    @Test
    void aFileHasFiftyMebibytesAtMostWhetherItSaysItsLengthOrNot() throws Exception {
        assertThat(raw("Content-Length: " + (50 * MIB + 1), 0)).contains(" 413 ", "payload-too-large", "52428800");
        assertThat(raw("Transfer-Encoding: chunked", 50 * MIB + 1)).contains(" 413 ", "payload-too-large", "52428800");
        assertThat(raw("Transfer-Encoding: chunked", 50 * MIB)).contains(" 201 ", "\"sizeBytes\":52428800");
    }

    /** Sends this many zeros in chunks and returns the response. */
    private String raw(String length, int bytes) throws IOException {
        try (var socket = connect(length)) {
            var out = socket.getOutputStream();
            var piece = new byte[MIB];
            for (int left = bytes; left > 0; left -= MIB) {
                chunk(out, piece, Math.min(left, MIB));
            }
            if (bytes > 0) {
                out.write(text("0\r\n\r\n"));
                out.flush();
            }
            return readObject(socket.getInputStream());
        }
    }

    /** Reads a response to the end of its JSON object: the server may keep the connection open for the rest of the request. */
    private static String readObject(InputStream in) throws IOException {
        var response = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '}') {
            response.write(next);
            next = in.read();
        }
        return response.toString(StandardCharsets.UTF_8);
    }

    private Socket connect(String length) throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write(text("POST " + action
                        + "/attachments HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                        + noah.headers().get("Authorization")
                        + "\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=zeros\r\n"
                        + length + "\r\n\r\n"));
        return socket;
    }

    private static void chunk(OutputStream out, byte[] piece, int length) throws IOException {
        out.write(text(Integer.toHexString(length) + "\r\n"));
        out.write(piece, 0, length);
        out.write(text("\r\n"));
    }

    @Test
    void anUploadThatDiesInTheMiddleLeavesNothing() throws Exception {
        try (var socket = connect("Content-Length: 2000000")) {
            socket.getOutputStream().write(new byte[1_000_000]);
            socket.getOutputStream().flush();
        }

        await().during(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertThat(noah.get(action + "/attachments").items("id")).isEmpty();
            assertThat(ofWorkspace("content.files", "metadata.workspaceId")).isZero();
        });
        noTemporaryFiles();
    }

    @Test
    void whatAnInstanceLeftThatDiedIsSwept() {
        var died = UUID.randomUUID();
        town.mongo()
                .insert(
                        new Document("files_id", died + "/WHOLE").append("n", 0).append("data", new byte[10]),
                        "content.chunks");
        town.mongo()
                .insert(
                        new Document("_id", died)
                                .append("workspaceId", UUID.fromString(workspace.split("/")[3]))
                                .append("dueAt", new Date(0)),
                        "leftovers");

        nothingIsKept(died.toString());
    }

    @Test
    void anyParticipantDeletesAFileForGoodAndTheHistorySaysSo() throws IOException {
        var file = upload(noah, action, "attachment; filename=\"bread.jpg\"", photo("position.jpg"))
                .expect(201)
                .id();

        max.delete(action + "/attachments/" + file).expect(204);

        noah.get(action + "/attachments/" + file + "/content").expectProblem(404, "not-found");
        max.delete(action + "/attachments/" + file).expectProblem(404, "not-found");
        nothingIsKept(file);
        assertThat(town.events(action))
                .extracting(TestDataFactory.OutboxMessage::type)
                .containsExactly(
                        "workspace.action-created", "workspace.attachment-added", "workspace.attachment-deleted");
        assertThat(town.events(action))
                .extracting(TestDataFactory.OutboxMessage::sequence)
                .containsExactly(1L, 2L, 3L);
        assertThat(noah.get(action + "/history").expect(200).text())
                .contains("\"field\":\"attachments\"", "bread.jpg", max.id().toString());
        assertThat(noah.get(action).etag()).isEqualTo("\"3\"");
    }

    @Test
    void theSameUploadTwiceUnderOneKeyIsOneFile() {
        var once = noah.with("Idempotency-Key", "upload-1");

        var first = upload(once, action, text("same")).expect(201).id();
        var second = upload(once, action, text("same")).expect(201).id();

        assertThat(second).isEqualTo(first);
        upload(once, action, text("other")).expectProblem(422, "idempotency-key-reused");
        assertThat(noah.get(action + "/attachments").items("id")).containsExactly(first);
        contentsOfWorkspace(1);
    }

    @Test
    void anActionHasAHundredFilesAtMostAlsoAtTheSameMoment() throws Exception {
        var ids = action.split("/");
        for (int n = 0; n < 95; n++) {
            town.mongo()
                    .insert(
                            new Document("_id", UUID.randomUUID())
                                    .append("workspaceId", UUID.fromString(ids[3]))
                                    .append("projectId", UUID.fromString(ids[5]))
                                    .append("actionId", UUID.fromString(ids[7])),
                            "files");
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 10; n++) {
                threads.submit(() -> upload(noah, action, text("x")));
            }
        }

        assertThat(ofWorkspace("files", "workspaceId")).isEqualTo(100);
        contentsOfWorkspace(5);
        upload(noah, action, text("x")).expectProblem(409, "too-many-files");
    }

    @Test
    void filesGoWithTheirActionAndWithTheirProject() throws IOException {
        var file = upload(noah, action, photo("position.jpg")).expect(201).id();
        var other = town.action(project, noah, "Other");
        var another = upload(noah, other, text("x")).expect(201).id();

        assertThat(noah.send(HttpMethod.DELETE, action, Map.of("name", "nonsense"))
                        .expectProblem(409, "name-differs")
                        .json()
                        .path("affected")
                        .path("attachments")
                        .asLong())
                .isEqualTo(1);
        noah.send(HttpMethod.DELETE, action, Map.of("name", "Bake bread")).expect(202);
        nothingIsKept(file);
        assertThat(noah.get(other + "/attachments").items("id")).containsExactly(another);

        noah.send(HttpMethod.DELETE, project, Map.of("name", "Relaunch")).expect(202);
        nothingIsKept(another);
        noFilesInTheWorkspace();
    }

    @Test
    void anUploadBesideARemovalOrADeletionIsCompleteOrRefused() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 12; n++) {
                threads.submit(() -> upload(max, action, text("beside")));
                if (n == 6) {
                    threads.submit(() -> lea.delete(workspace + "/members/" + max.id()));
                }
            }
        }
        upload(max, action, text("after")).expectProblem(404, "not-found");
        var kept = noah.get(action + "/attachments").items("id");
        contentsOfWorkspace(kept.size());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 12; n++) {
                threads.submit(() -> upload(noah, action, text("beside")));
                if (n == 6) {
                    threads.submit(() -> noah.send(HttpMethod.DELETE, action, Map.of("name", "Bake bread")));
                }
            }
        }
        noFilesInTheWorkspace();
        contentsOfWorkspace(0);
    }
}
