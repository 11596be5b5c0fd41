package dev.atelier.gateway.revocation;

import dev.atelier.kit.web.drain.DrainStarted;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** The open streams, so that those of a revoked user or session are closed. */
@Component
public class OpenStreamRegistry {
    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
    private final RevocationList revocationList;

    OpenStreamRegistry(RevocationList revocationList) {
        this.revocationList = revocationList;
    }

    /**
     * Watches a stream until the returned object is closed.
     *
     * @param end aborts the stream; called at most once, from another thread
     */
    public StreamRegistration watch(Jwt token, Runnable end) {
        var stream = new OpenStream(token, end);
        open.add(stream);
        // The revocation may have arrived after the token was checked.
        close(stream);
        return () -> open.remove(stream);
    }

    void closeRevoked() {
        open.forEach(this::close);
    }

    /** Ends all streams. Their clients reconnect to another instance with the last event id they received. */
    @EventListener(DrainStarted.class)
    void drain() {
        open.forEach(this::end);
    }

    private void close(OpenStream stream) {
        if (revocationList.isRevoked(stream.token())) {
            end(stream);
        }
    }

    private void end(OpenStream stream) {
        if (open.remove(stream)) {
            stream.end().run();
        }
    }

    /** A watched stream. */
    public interface StreamRegistration extends AutoCloseable {
        @Override
        void close();
    }

    private record OpenStream(Jwt token, Runnable end) {}
}
