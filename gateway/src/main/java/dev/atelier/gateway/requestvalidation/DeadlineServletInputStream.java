package dev.atelier.gateway.requestvalidation;

import dev.atelier.gateway.routing.ClientBodyAborted;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/**
 * A body in transit with a deadline. A failure of the client is reported as {@link ClientBodyAborted}, so that it does
 * not count as a failure of the service.
 */
final class DeadlineServletInputStream extends ServletInputStream {
    private final ServletInputStream checkDeadline;
    private final long until;

    /**
     * Wraps the body's stream.
     *
     * @param until deadline of the whole body, on the scale of {@link System#nanoTime()}
     */
    DeadlineServletInputStream(ServletInputStream in, long until) {
        this.checkDeadline = in;
        this.until = until;
    }

    @Override
    public int read() {
        try {
            return checkDeadline(checkDeadline.read());
        } catch (IOException e) {
            throw new ClientBodyAborted(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            return checkDeadline(checkDeadline.read(buffer, offset, length));
        } catch (IOException e) {
            throw new ClientBodyAborted(e);
        }
    }

    private int checkDeadline(int read) throws IOException {
        if (read >= 0 && System.nanoTime() - until > 0) {
            throw new IOException("the body was not complete in time");
        }
        return read;
    }

    @Override
    public boolean isFinished() {
        return checkDeadline.isFinished();
    }

    @Override
    public boolean isReady() {
        return checkDeadline.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("the body is read with blocking I/O");
    }
}
