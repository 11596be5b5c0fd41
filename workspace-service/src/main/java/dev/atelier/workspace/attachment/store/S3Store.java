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

/** In a bucket, each under its workspace's id, so that what is asked for elsewhere is not there. */
final class S3Store implements FileStore {
    private static final Logger log = LoggerFactory.getLogger(S3Store.class);

    private final S3Client client;
    private final S3Settings settings;

    S3Store(S3Settings settings) {
        this.client = settings.client();
        this.settings = settings;
    }

    @Override
    public void write(Place place, Path from) {
        reaching(() -> client.putObject(
                request -> request.bucket(settings.bucket()).key(key(place)), RequestBody.fromFile(from)));
    }

    @Override
    public Optional<Resource> open(Place place) {
        var key = key(place);
        return reaching(() -> {
            try {
                long length = client.headObject(
                                request -> request.bucket(settings.bucket()).key(key))
                        .contentLength();
                return Optional.of(new S3Resource(from -> read(key, from), key, length));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    private InputStream read(String key, long from) {
        return reaching(() -> client.getObject(
                request -> request.bucket(settings.bucket()).key(key).range("bytes=" + from + "-")));
    }

    @Override
    public void remove(Place place) {
        reaching(() ->
                client.deleteObject(request -> request.bucket(settings.bucket()).key(key(place))));
    }

    private String key(Place place) {
        return settings.prefix()
                + "%s/%s/%s"
                        .formatted(
                                place.workspaceId(),
                                place.file(),
                                place.variant().name().toLowerCase(Locale.ROOT));
    }

    /** The answer; {@link StoreAway} without one, or with one that only an operator can do something about. */
    private static <T> T reaching(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            log.warn("The bucket for files does not answer as it should: {}", e.getMessage());
            throw new StoreAway();
        }
    }
}
