package dev.atelier.gateway.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.atelier.gateway.apikey.ApiKeyLookup.AcceptedKey;
import dev.atelier.gateway.apikey.ApiKeyLookup.RejectedKey;
import dev.atelier.gateway.revocation.RevocationList;
import dev.atelier.kit.crypto.Sha256;
import dev.atelier.kit.security.SignInUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Caches the tokens of recently used keys, by the digests of the keys. Only one request at a time looks up a key;
 * concurrent requests get the same result. A new token is requested after a while or when the old one was revoked;
 * while none is available, the old one is used until it expires.
 */
final class ApiKeyTokenCache {
    private final Map<String, CompletableFuture<ApiKeyLookup>> asked = new ConcurrentHashMap<>();
    private final Cache<String, ApiKeyLookup> known;
    private final ServiceAccountTokenClient exchange;
    private final RevocationList revocationList;
    private final ApiKeySettings settings;
    private final Clock clock;

    ApiKeyTokenCache(
            ServiceAccountTokenClient exchange, RevocationList revocationList, ApiKeySettings settings, Clock clock) {
        this.exchange = exchange;
        this.revocationList = revocationList;
        this.settings = settings;
        this.clock = clock;
        this.known = Caffeine.newBuilder().maximumSize(settings.remembered()).build();
    }

    /**
     * Returns the token of a key; empty if the key is not valid.
     *
     * @throws SignInUnavailable if the key cannot be looked up
     */
    Optional<String> of(String key) {
        var digest = Sha256.hex(key);
        var held = known.getIfPresent(digest);
        if (held == null || !clock.instant().isBefore(held.until()) || revoked(held)) {
            held = ask(key, digest, held);
        }
        return held instanceof AcceptedKey acceptedKey ? Optional.of(acceptedKey.token()) : Optional.empty();
    }

    private ApiKeyLookup ask(String key, String digest, @Nullable ApiKeyLookup before) {
        var mine = new CompletableFuture<ApiKeyLookup>();
        var others = asked.putIfAbsent(digest, mine);
        if (others != null) {
            return join(others);
        }
        try {
            var answer = newest(key, before);
            known.put(digest, answer);
            mine.complete(answer);
            return answer;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            asked.remove(digest, mine);
        }
    }

    private ApiKeyLookup newest(String key, @Nullable ApiKeyLookup before) {
        var now = clock.instant();
        try {
            return exchange.tokenFor(key)
                    .<ApiKeyLookup>map(issuedToken -> new AcceptedKey(
                            issuedToken.token(),
                            issuedToken.serviceAccountId(),
                            issuedToken.sessionId(),
                            issuedToken.issuedAt(),
                            earlier(now.plus(settings.fresh()), issuedToken.expiresAt()),
                            issuedToken.expiresAt()))
                    .orElseGet(() -> new RejectedKey(now.plus(settings.fresh())));
        } catch (SignInUnavailable e) {
            if (before instanceof AcceptedKey acceptedKey && now.isBefore(acceptedKey.end()) && !revoked(acceptedKey)) {
                return acceptedKey;
            }
            throw e;
        }
    }

    private boolean revoked(ApiKeyLookup held) {
        return held instanceof AcceptedKey acceptedKey
                && revocationList.isRevoked(acceptedKey.account(), acceptedKey.session(), acceptedKey.issuedAt());
    }

    private static ApiKeyLookup join(CompletableFuture<ApiKeyLookup> others) {
        try {
            return others.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
