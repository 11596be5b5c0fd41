package dev.atelier.kit.http.loadbalancer;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.StreamingHttpOutputMessage;

/** A body that can be written only once. */
final class OneShotRequestBody implements StreamingHttpOutputMessage.Body {
    private final StreamingHttpOutputMessage.Body body;
    private boolean hasBegun;

    OneShotRequestBody(StreamingHttpOutputMessage.Body body) {
        this.body = body;
    }

    /** Whether some of it may already have been sent. */
    boolean hasBegun() {
        return hasBegun;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        hasBegun = true;
        body.writeTo(out);
    }
}
