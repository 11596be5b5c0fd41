package dev.atelier.workspace.attachment.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.Abortable;

/** A stream that opens its source at the first read, so that skipped bytes are never transferred. */
final class LazyRangeInputStream extends InputStream {
    private final LongFunction<InputStream> from;
    private final long length;
    private long skipped;
    private @Nullable InputStream opened;

    LazyRangeInputStream(LongFunction<InputStream> from, long length) {
        this.from = from;
        this.length = length;
    }

    @Override
    public long skip(long bytes) throws IOException {
        if (opened != null) {
            return opened.skip(bytes);
        }
        long over = Math.clamp(bytes, 0, length - skipped);
        skipped += over;
        return over;
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : opened().read();
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        return isAtEnd() ? -1 : opened().read(into, offset, count);
    }

    private boolean isAtEnd() {
        return opened == null && skipped >= length;
    }

    private InputStream opened() {
        if (opened == null) {
            opened = from.apply(skipped);
        }
        return opened;
    }

    /** Aborts the transfer, so that the rest is not sent. */
    @Override
    public void close() throws IOException {
        if (opened instanceof Abortable rest) {
            rest.abort();
        }
        if (opened != null) {
            opened.close();
        }
    }
}
