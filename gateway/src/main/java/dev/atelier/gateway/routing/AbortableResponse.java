package dev.atelier.gateway.routing;

import dev.atelier.gateway.revocation.OpenStreamRegistry;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A response that is aborted when it is closed before its end; the HTTP client would read a stream to its end instead.
 */
final class AbortableResponse implements ClientHttpResponse {
    private final ClientHttpResponse response;
    private final Runnable cut;
    private final OpenStreamRegistry.StreamRegistration streamRegistration;
    private boolean ended;

    AbortableResponse(
            ClientHttpResponse response, Runnable cut, OpenStreamRegistry.StreamRegistration streamRegistration) {
        this.response = response;
        this.cut = cut;
        this.streamRegistration = streamRegistration;
    }

    @Override
    public InputStream getBody() throws IOException {
        return new EndDetectingInputStream(response.getBody());
    }

    @Override
    public void close() {
        streamRegistration.close();
        if (!ended) {
            cut.run();
        }
        response.close();
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
        return response.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
        return response.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
        return response.getHeaders();
    }

    /** Records when the end of the body is reached. */
    private final class EndDetectingInputStream extends FilterInputStream {
        EndDetectingInputStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            ended |= one < 0;
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            ended |= some < 0;
            return some;
        }
    }
}
