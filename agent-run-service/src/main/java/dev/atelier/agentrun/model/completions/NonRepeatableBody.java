package dev.atelier.agentrun.model.completions;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A body that the client sends only once. The client may try another address of the host, but never repeats a request
 * that an endpoint may have received.
 */
final class NonRepeatableBody extends RequestBody {
    private static final MediaType JSON = MediaType.get("application/json");

    private final byte[] body;

    NonRepeatableBody(byte[] body) {
        this.body = body;
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        return body.length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(body);
    }

    @Override
    public boolean isOneShot() {
        return true;
    }
}
