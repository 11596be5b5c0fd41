package dev.atelier.gateway.routing;

import dev.atelier.gateway.revocation.OpenStreamRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/** A request to a service whose response can be aborted. */
record AbortableRequest(ClientHttpRequest request, Runnable cut, OpenStreamRegistry.StreamRegistration watch)
        implements ClientHttpRequest, StreamingHttpOutputMessage {
    @Override
    public ClientHttpResponse execute() throws IOException {
        try {
            return new AbortableResponse(request.execute(), cut, watch);
        } catch (IOException | RuntimeException e) {
            watch.close();
            throw e;
        }
    }

    @Override
    public void setBody(Body body) {
        ((StreamingHttpOutputMessage) request).setBody(body);
    }

    @Override
    public OutputStream getBody() throws IOException {
        return request.getBody();
    }

    @Override
    public HttpMethod getMethod() {
        return request.getMethod();
    }

    @Override
    public URI getURI() {
        return request.getURI();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return request.getAttributes();
    }

    @Override
    public HttpHeaders getHeaders() {
        return request.getHeaders();
    }
}
