package dev.atelier.workspace;

import static dev.atelier.workspace.AttachmentClient.download;
import static dev.atelier.workspace.AttachmentClient.upload;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Files when the installation stores them in a bucket. */
@ServiceTest
class S3AttachmentTest {
    private static final S3Server SERVER = new S3Server();
    private static final S3Client BUCKET = S3Client.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .endpointOverride(URI.create(SERVER.address()))
            .forcePathStyle(true)
            .build();

    @Autowired
    TestDataFactory town;

    TestUser lea;
    String workspace;
    String action;

    @DynamicPropertySource
    static void inTheBucket(DynamicPropertyRegistry properties) {
        properties.add("atelier.s3.bucket", () -> S3Server.BUCKET);
        properties.add("atelier.s3.endpoint", SERVER::address);
        properties.add("atelier.s3.access-key", () -> "key");
        properties.add("atelier.s3.secret-key", () -> "secret");
        properties.add("atelier.s3.prefix", () -> "files/");
        properties.add("atelier.s3.timeout", () -> "10s");
    }

    @AfterAll
    static void gone() {
        BUCKET.close();
        SERVER.close();
    }

    @BeforeEach
    void anAction() {
        lea = town.person("Lea");
        workspace = town.workspace(lea);
        action = town.action(town.project(workspace, lea), lea, "Bake bread");
    }

    private List<String> kept() {
        var prefix = "files/" + id(workspace) + "/";
        return BUCKET.listObjectsV2(request -> request.bucket(S3Server.BUCKET).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static byte[] photo() throws IOException {
        try (var in = S3AttachmentTest.class.getResourceAsStream("/photos/position.jpg")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    @Test
    void aFileLiesInTheBucketAndComesBackWholeAndInParts() {
        var content = "Flour, water, salt\n".repeat(30_000).getBytes(UTF_8);

        var file = upload(lea, action, content).expect(201).id();

        assertThat(kept()).containsExactly(file + "/whole");
        assertThat(town.mongo()
                        .getCollection("content.files")
                        .countDocuments(new Document("metadata.fileId", UUID.fromString(file))))
                .isZero();
        var path = action + "/attachments/" + file + "/content";
        assertThat(download(lea, path).body()).isEqualTo(content);
        var part = download(lea.with("Range", "bytes=300000-300018"), path);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, 300_000, 300_019));
        assertThat(download(lea.with("Range", "bytes=-5"), path).body())
                .isEqualTo(Arrays.copyOfRange(content, content.length - 5, content.length));
    }

    @Test
    void aPhotoHasItsThumbnailBesideIt() throws IOException {
        var file = upload(lea, action, photo()).expect(201).id();

        assertThat(kept()).containsExactlyInAnyOrder(file + "/whole", file + "/thumbnail");
        assertThat(download(lea, action + "/attachments/" + file + "/thumbnail").status())
                .isEqualTo(200);
    }

    @Test
    void whatIsDeletedLeavesTheBucket() throws IOException {
        var file = upload(lea, action, photo()).expect(201).id();
        var other = upload(lea, action, photo()).expect(201).id();

        lea.delete(action + "/attachments/" + file).expect(204);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(kept()).containsExactlyInAnyOrder(other + "/whole", other + "/thumbnail"));
        lea.send(HttpMethod.DELETE, workspace, Map.of("name", lea.get(workspace).get("name")))
                .expect(202);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(kept()).isEmpty());
    }

    @Test
    void aFileFromBeforeThereWasABucketIsStillThere() {
        var file =
                upload(lea, action, "in the bucket".getBytes(UTF_8)).expect(201).id();
        BUCKET.deleteObject(
                request -> request.bucket(S3Server.BUCKET).key("files/" + id(workspace) + "/" + file + "/whole"));
        lea.get(action + "/attachments/" + file + "/content").expectProblem(404, "not-found");

        GridFSBuckets.create(town.mongo().getDb(), "content")
                .uploadFromStream(
                        new BsonString(file + "/WHOLE"),
                        file,
                        new ByteArrayInputStream("in the database".getBytes(UTF_8)),
                        new GridFSUploadOptions()
                                .metadata(new Document("workspaceId", UUID.fromString(id(workspace)))
                                        .append("fileId", UUID.fromString(file))));

        assertThat(download(lea, action + "/attachments/" + file + "/content").body())
                .isEqualTo("in the database".getBytes(UTF_8));
    }
}
