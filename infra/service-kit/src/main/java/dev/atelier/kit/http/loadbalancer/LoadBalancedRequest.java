package dev.atelier.kit.http.loadbalancer;

import dev.atelier.kit.idempotency.IdempotencyKey;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * A request that is sent to the next address where one is unavailable. This happens always where nothing was sent or a
 * stopping server refused the request unread; where the connection broke before a response, only for idempotent
 * requests. Source: RFC 9110, section 9.2.2. The body is held in memory for that, except for files, which are streamed
 * once.
 */
final class LoadBalancedRequest extends AbstractClientHttpRequest implements StreamingHttpOutputMessage {
    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);

    private static final MediaType FILE = MediaType.APPLICATION_OCTET_STREAM;

    private final ClientHttpRequestFactory requests;
    private final AddressRotation rotation;
    private final URI uri;
    private final HttpMethod method;
    private final FastByteArrayOutputStream body = new FastByteArrayOutputStream(1024);
    private @Nullable Body coming;

    LoadBalancedRequest(ClientHttpRequestFactory requests, AddressRotation rotation, URI uri, HttpMethod method) {
        this.requests = requests;
        this.rotation = rotation;
        this.uri = uri;
        this.method = method;
    }

    @Override
    public HttpMethod getMethod() {
        return method;
    }

    @Override
    public URI getURI() {
        return uri;
    }

    @Override
    protected OutputStream getBodyInternal(HttpHeaders headers) {
        return body;
    }

    @Override
    public void setBody(Body given) {
        coming = given;
    }

    @Override
    protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
        var given = coming;
        var passing = given != null && isFile(headers) ? new OneShotRequestBody(given) : null;
        if (given != null && passing == null) {
            given.writeTo(body);
        }
        var left = rotation.nextOrder().iterator();
        while (true) {
            var address = left.next();
            try {
                var response = send(address, headers, passing);
                if (isUnread(response)) {
                    rotation.markUnavailable(address, "it is stopping");
                    if (left.hasNext() && (passing == null || !passing.hasBegun())) {
                        response.close();
                        continue;
                    }
                } else if (isLast(response)) {
                    rotation.markUnavailable(address, "it will stop soon");
                } else {
                    rotation.markAvailable(address);
                }
                return response;
            } catch (IOException e) {
                var away = ConnectionFailure.nothingWasSent(e);
                var broken = ConnectionFailure.isConnectionBroken(e);
                if (away || broken) {
                    rotation.markUnavailable(address, e.toString());
                }
                var another = away || (broken && passing == null && isRepeatable(headers));
                if (!another || !left.hasNext()) {
                    throw e;
                }
            }
        }
    }

    private ClientHttpResponse send(URI address, HttpHeaders headers, @Nullable OneShotRequestBody passing)
            throws IOException {
        var request = requests.createRequest(at(address), method);
        request.getHeaders().putAll(headers);
        request.getAttributes().putAll(getAttributes());
        if (passing != null) {
            ((StreamingHttpOutputMessage) request).setBody(passing);
        } else if (body.size() > 0) {
            request.getHeaders().setContentLength(body.size());
            if (request instanceof StreamingHttpOutputMessage streaming) {
                streaming.setBody(body::writeTo);
            } else {
                body.writeTo(request.getBody());
            }
        }
        return request.execute();
    }

    /** Keeps path and query as they are, because they are already encoded. */
    private URI at(URI address) {
        var query = uri.getRawQuery();
        return URI.create("%s://%s%s%s"
                .formatted(
                        address.getScheme(),
                        address.getAuthority(),
                        uri.getRawPath(),
                        query == null ? "" : "?" + query));
    }

    /** Whether the body is a file, whatever parameters the content type has. */
    private static boolean isFile(HttpHeaders headers) {
        return FILE.equalsTypeAndSubtype(headers.getContentType());
    }

    private boolean isRepeatable(HttpHeaders headers) {
        return IDEMPOTENT.contains(method) || headers.containsHeader(IdempotencyKey.HEADER);
    }

    /**
     * Whether a stopping Tomcat refused the request before it read it, as it does on kept-alive connections; a 503 of a
     * service has a problem body.
     */
    private static boolean isUnread(ClientHttpResponse response) throws IOException {
        return response.getStatusCode().isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)
                && response.getHeaders().getContentType() == null
                && response.getHeaders().getContentLength() <= 0;
    }

    /** Whether a draining service asks to close the connection, as it does in each successful response. */
    private static boolean isLast(ClientHttpResponse response) throws IOException {
        return response.getStatusCode().is2xxSuccessful()
                && "close".equalsIgnoreCase(response.getHeaders().getFirst(HttpHeaders.CONNECTION));
    }
}
