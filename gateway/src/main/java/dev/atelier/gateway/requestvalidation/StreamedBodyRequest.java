package dev.atelier.gateway.requestvalidation;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request whose body is forwarded while it arrives. */
final class StreamedBodyRequest extends HttpServletRequestWrapper {
    private final long until;
    private @Nullable DeadlineServletInputStream body;

    StreamedBodyRequest(HttpServletRequest request, Duration deadline) {
        super(request);
        this.until = System.nanoTime() + deadline.toNanos();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new DeadlineServletInputStream(super.getInputStream(), until);
        }
        return body;
    }
}
