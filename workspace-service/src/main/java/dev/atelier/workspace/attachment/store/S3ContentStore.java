package dev.atelier.workspace.attachment.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Stores content in a bucket. The key begins with the workspace id, so that content of another workspace is not found.
 */
final class S3ContentStore implements ContentStore {
    private static final Logger log = LoggerFactory.getLogger(S3ContentStore.class);

    private final S3Client client;
    private final S3Settings settings;

    S3ContentStore(S3Settings settings) {
        this.client = settings.client();
        this.settings = settings;
    }

    @Override
    public void write(ContentKey contentKey, Path from) {
        callS3(() -> client.putObject(
                request -> request.bucket(settings.bucket()).key(key(contentKey)), RequestBody.fromFile(from)));
    }

    @Override
    public Optional<Resource> open(ContentKey contentKey) {
        var key = key(contentKey);
        return callS3(() -> {
            try {
                long length = client.headObject(
                                request -> request.bucket(settings.bucket()).key(key))
                        .contentLength();
                return Optional.of(new S3ContentResource(from -> read(key, from), key, length));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    private InputStream read(String key, long from) {
        return callS3(() -> client.getObject(
                request -> request.bucket(settings.bucket()).key(key).range("bytes=" + from + "-")));
    }

    @Override
    public void remove(ContentKey contentKey) {
        callS3(() ->
                client.deleteObject(request -> request.bucket(settings.bucket()).key(key(contentKey))));
    }

    private String key(ContentKey contentKey) {
        return settings.prefix()
                + "%s/%s/%s"
                        .formatted(
                                contentKey.workspaceId(),
                                contentKey.file(),
                                contentKey.variant().name().toLowerCase(Locale.ROOT));
    }

    /**
     * Runs the request.
     *
     * @throws ContentStoreUnavailable if there is no response, or one that only an operator can resolve
     */
    private static <T> T callS3(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            log.warn("A request to the S3 bucket for files failed: {}", e.getMessage());
            throw new ContentStoreUnavailable();
        }
    }
}
