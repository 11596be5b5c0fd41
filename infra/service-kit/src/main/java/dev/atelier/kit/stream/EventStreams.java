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

/** Opens every stream of this instance; nothing else may make one, so that all of them end when they must. */
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
     * Opens a stream for who sent the current request, and sends on a thread of its own.
     *
     * @param heartbeat how often a quiet stream shows that it lives
     * @param after the last id that the client saw, 0 where it saw none
     * @throws CredentialsExpiredException where the token has ended already, within the tolerance that clocks are given
     */
    public <T> EventStream<T> open(StreamReader reader, StreamSource<T> source, Duration heartbeat, long after) {
        var tokenEnd = tokenEnd();
        if (!tokenEnd.isAfter(clock.instant())) {
            throw new CredentialsExpiredException("the token has ended");
        }
        var stream = new EventStream<>(
                source, () -> reader.check(workspaceAuthorization), heartbeat, tokenEnd, clock, after);
        open.put(stream, reader.stateKeys());
        watch.start(this::stateChanged);
        source.opened(stream);
        WorkerThread.once("stream", () -> {
            try {
                // The right may have ended between the request's check and the moment from which changes are noticed.
                stream.checkRight();
                stream.run();
            } finally {
                open.remove(stream);
                source.closed(stream);
            }
        });
        return stream;
    }

    private static Instant tokenEnd() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller
                ? Objects.requireNonNull(caller.getToken().getExpiresAt(), "a token of the realm ends")
                : Instant.MIN;
    }

    /** A right may have changed that rests on this state, or on any where the key is not known. */
    private void stateChanged(@Nullable String key) {
        open.forEach((stream, keys) -> {
            if (key == null || keys.contains(key)) {
                stream.checkRight();
            }
        });
    }

    /** The clients resume with the last id they saw, at another instance. */
    @EventListener(DrainStarted.class)
    void drain() {
        open.keySet().forEach(EventStream::end);
    }
}
