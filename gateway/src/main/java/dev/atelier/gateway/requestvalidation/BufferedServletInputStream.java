package dev.atelier.gateway.requestvalidation;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** A body that has been received. */
final class BufferedServletInputStream extends ServletInputStream {
    private static final int PIECE = 8192;

    private final ByteArrayInputStream bytes;

    private BufferedServletInputStream(byte[] bytes) {
        this.bytes = new ByteArrayInputStream(bytes);
    }

    /** Reads to the end; fails at the first part that arrives after the deadline. */
    static BufferedServletInputStream read(InputStream in, Duration deadline) throws IOException, TimeoutException {
        long until = System.nanoTime() + deadline.toNanos();
        var whole = new ByteArrayOutputStream();
        var piece = new byte[PIECE];
        for (int some = in.read(piece); some >= 0; some = in.read(piece)) {
            whole.write(piece, 0, some);
            if (System.nanoTime() - until > 0) {
                throw new TimeoutException("the body was not complete in time");
            }
        }
        return new BufferedServletInputStream(whole.toByteArray());
    }

    @Override
    public int read() {
        return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return bytes.read(buffer, offset, length);
    }

    @Override
    public boolean isFinished() {
        return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("the body is read with blocking I/O");
    }
}
