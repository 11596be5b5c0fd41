package dev.atelier.gateway.revocation;

import dev.atelier.events.RevocationState;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Whose tokens are void, in memory; the newest version of each holder counts. */
@Component
public class RevocationList {
    private final Map<String, RevocationState> byHolder = new ConcurrentHashMap<>();
    private final Clock clock;

    RevocationList(Clock clock) {
        this.clock = clock;
    }

    /** True where this is news. */
    boolean put(RevocationState revocation) {
        var kept = byHolder.merge(
                revocation.holder(), revocation, (old, next) -> next.version() >= old.version() ? next : old);
        return kept.equals(revocation);
    }

    void remove(String holder) {
        byHolder.remove(holder);
    }

    /** Forgets what has run out by itself. */
    void tidy() {
        var now = clock.instant();
        byHolder.values().removeIf(revocation -> revocation.expires().isBefore(now));
    }

    int size() {
        return byHolder.size();
    }

    /** Whether the token was issued before its person or its session was cut off. */
    boolean revokes(Jwt token) {
        return revokes(token.getSubject(), token.getClaimAsString("sid"), token.getIssuedAt());
    }

    /** The same of a token that is known by whose it is, under which session, and since when. */
    public boolean revokes(@Nullable String subject, @Nullable String session, @Nullable Instant issuedAt) {
        return revokes(subject, issuedAt) || revokes(session, issuedAt);
    }

    private boolean revokes(@Nullable String holder, @Nullable Instant issuedAt) {
        var revocation = holder == null ? null : byHolder.get(holder);
        return revocation != null
                && !revocation.ended()
                && (issuedAt == null || issuedAt.isBefore(revocation.issuedBefore()));
    }
}
