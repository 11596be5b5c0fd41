package dev.atelier.bench.gateway;

import dev.atelier.bench.system.RawHttpConnection;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One variant of a request.
 *
 * @param name name in figures
 * @param status expected status
 */
record RequestVariant(
        String name, URI address, String path, @Nullable String token, int status) {

    VariantConnection open() throws IOException {
        return new VariantConnection(this);
    }

    /** A connection for one variant. */
    static final class VariantConnection implements AutoCloseable {
        private final RequestVariant requestVariant;
        private final RawHttpConnection connection;
        private final byte[] request;

        private VariantConnection(RequestVariant requestVariant) throws IOException {
            this.requestVariant = requestVariant;
            this.connection = new RawHttpConnection(requestVariant.address);
            this.request = connection.get(requestVariant.path, requestVariant.token);
        }

        /** Sends one request and returns the time until the complete response, in nanoseconds. */
        long ask() throws IOException {
            connection.ready();
            long began = System.nanoTime();
            int status = connection.ask(request);
            long took = System.nanoTime() - began;
            if (status != requestVariant.status) {
                throw new IllegalStateException(
                        "%s returned %d, expected %d".formatted(requestVariant.name, status, requestVariant.status));
            }
            return took;
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
