package dev.atelier.gateway.routing;

import dev.atelier.gateway.revocation.OpenStreamRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Creates the requests to services. Streams have a longer timeout and are aborted when their user is revoked. */
final class AbortableRequestFactory implements ClientHttpRequestFactory {
    /** The request that a factory created last in this thread. */
    private static final ThreadLocal<@Nullable Cancellable> LAST_REQUEST = new ThreadLocal<>();

    private final RecordingRequestFactory requests;
    private final RecordingRequestFactory streams;
    private final OpenStreamRegistry open;

    AbortableRequestFactory(HttpClient http, UpstreamSettings settings, OpenStreamRegistry open) {
        this.requests = new RecordingRequestFactory(http, settings.readTimeout());
        this.streams = new RecordingRequestFactory(http, settings.streamIdle());
        this.open = open;
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
        var stream = StreamRoutes.matches(method.name(), uri.getPath());
        var factory = stream ? streams : requests;
        var request = factory.createRequest(uri, method);
        var call = Objects.requireNonNull(LAST_REQUEST.get());
        LAST_REQUEST.remove();
        return new AbortableRequest(request, call::cancel, stream ? watch(call) : () -> {});
    }

    private OpenStreamRegistry.StreamRegistration watch(Cancellable call) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller
                ? open.watch(caller.getToken(), call::cancel)
                : () -> {};
    }

    /** Records the created request, which is the only object that another thread can cancel. */
    private static final class RecordingRequestFactory extends HttpComponentsClientHttpRequestFactory {
        RecordingRequestFactory(HttpClient http, Duration readTimeout) {
            super(http);
            setReadTimeout(readTimeout);
        }

        @Override
        protected void postProcessHttpRequest(ClassicHttpRequest request) {
            LAST_REQUEST.set((Cancellable) request);
        }
    }
}
