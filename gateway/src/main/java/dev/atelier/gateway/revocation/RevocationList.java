package dev.atelier.gateway.revocation;

import dev.atelier.events.RevocationState;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** The revocations, in memory. The newest version per holder (user or session) counts. */
@Component
public class RevocationList {
    private final Map<String, RevocationState> byHolder = new ConcurrentHashMap<>();
    private final Clock clock;

    RevocationList(Clock clock) {
        this.clock = clock;
    }

    /** Returns whether the revocation is stored; false if a newer one is known. */
    boolean put(RevocationState revocation) {
        var kept = byHolder.merge(
                revocation.holder(), revocation, (old, next) -> next.version() >= old.version() ? next : old);
        return kept.equals(revocation);
    }

    void remove(String holder) {
        byHolder.remove(holder);
    }

    /** Removes expired revocations. */
    void removeExpired() {
        var now = clock.instant();
        byHolder.values().removeIf(revocation -> revocation.expires().isBefore(now));
    }

    int size() {
        return byHolder.size();
    }

    /** Whether the token was issued before its user or its session was revoked. */
    boolean isRevoked(Jwt token) {
        return isRevoked(token.getSubject(), token.getClaimAsString("sid"), token.getIssuedAt());
    }

    /** Whether a token of this user and session, issued at this time, is revoked. */
    public boolean isRevoked(@Nullable String subject, @Nullable String session, @Nullable Instant issuedAt) {
        return isRevoked(subject, issuedAt) || isRevoked(session, issuedAt);
    }

    private boolean isRevoked(@Nullable String holder, @Nullable Instant issuedAt) {
        var revocation = holder == null ? null : byHolder.get(holder);
        return revocation != null
                && !revocation.ended()
                && (issuedAt == null || issuedAt.isBefore(revocation.issuedBefore()));
    }
}
