package dev.atelier.kit.stream;

import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.web.drain.DrainStarted;
import dev.atelier.kit.work.WorkerThread;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Opens all event streams of this instance. Nothing else may create one, so that every stream ends when it must. */
public final class EventStreams {
    private final Map<EventStream<?>, Set<String>> open = new ConcurrentHashMap<>();
    private final WorkspaceAuthorization workspaceAuthorization;
    private final StreamAccessWatcher watch;
    private final Clock clock;

    EventStreams(WorkspaceAuthorization workspaceAuthorization, StreamAccessWatcher watch, Clock clock) {
        this.workspaceAuthorization = workspaceAuthorization;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Opens a stream for the sender of the current request and writes to it on a thread of its own.
     *
     * @param heartbeat the interval of comments on a stream without events
     * @param after the last id that the client received, 0 where there is none
     * @throws CredentialsExpiredException where the token has expired but was accepted within the tolerated clock skew
     */
    public <T> EventStream<T> open(StreamReader reader, StreamSource<T> source, Duration heartbeat, long after) {
        var tokenEnd = tokenEnd();
        if (!tokenEnd.isAfter(clock.instant())) {
            throw new CredentialsExpiredException("the token has expired");
        }
        var stream = new EventStream<>(
                source, () -> reader.check(workspaceAuthorization), heartbeat, tokenEnd, clock, after);
        open.put(stream, reader.stateKeys());
        watch.start(this::stateChanged);
        source.onOpened(stream);
        WorkerThread.runOnce("stream", () -> {
            try {
                // The access may have ended between the request's check and the registration of the stream.
                stream.checkAccess();
                stream.run();
            } finally {
                open.remove(stream);
                source.onClosed(stream);
            }
        });
        return stream;
    }

    private static Instant tokenEnd() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller
                ? Objects.requireNonNull(caller.getToken().getExpiresAt(), "a token of the realm has an expiry time")
                : Instant.MIN;
    }

    /** Checks the streams whose access depends on this state; all streams where the key is null. */
    private void stateChanged(@Nullable String key) {
        open.forEach((stream, keys) -> {
            if (key == null || keys.contains(key)) {
                stream.checkAccess();
            }
        });
    }

    /** Ends all streams; the clients resume at another instance with the last id they received. */
    @EventListener(DrainStarted.class)
    void drain() {
        open.keySet().forEach(EventStream::end);
    }
}
