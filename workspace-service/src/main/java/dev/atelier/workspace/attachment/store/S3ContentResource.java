package dev.atelier.workspace.attachment.store;

import java.io.InputStream;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** One object; a part of it is read without what lies before. */
final class S3ContentResource extends AbstractResource {
    private final LongFunction<InputStream> from;
    private final String key;
    private final long length;

    /** @param from the object's bytes from this one on */
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
