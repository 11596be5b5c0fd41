package dev.atelier.workspace.attachment.store;

import java.io.InputStream;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** One S3 object; reading a range does not read the bytes before it. */
final class S3ContentResource extends AbstractResource {
    private final LongFunction<InputStream> from;
    private final String key;
    private final long length;

    /** @param from opens the object's bytes, beginning at a position */
    S3ContentResource(LongFunction<InputStream> from, String key, long length) {
        this.from = from;
        this.key = key;
        this.length = length;
    }

    @Override
    public InputStream getInputStream() {
        return new LazyRangeInputStream(from, length);
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public String getDescription() {
        return "a file's content";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof S3ContentResource resource && resource.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
