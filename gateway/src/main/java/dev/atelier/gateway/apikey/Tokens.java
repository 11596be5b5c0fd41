package dev.atelier.gateway.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.atelier.gateway.apikey.Known.Bad;
import dev.atelier.gateway.apikey.Known.Good;
import dev.atelier.gateway.revocation.Revocations;
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
 * The tokens of the keys that came lately, by the keys' digests. One request at a time asks for each key; the others of that
 * moment get the same answer. A token is asked for anew when it was revoked, or was used for a while; while nobody can give
 * another, it is used to its end.
 */
final class Tokens {
    private final Map<String, CompletableFuture<Known>> asked = new ConcurrentHashMap<>();
    private final Cache<String, Known> known;
    private final KeyExchange exchange;
    private final Revocations revocations;
    private final ApiKeySettings settings;
    private final Clock clock;

    Tokens(KeyExchange exchange, Revocations revocations, ApiKeySettings settings, Clock clock) {
        this.exchange = exchange;
        this.revocations = revocations;
        this.settings = settings;
        this.clock = clock;
        this.known = Caffeine.newBuilder().maximumSize(settings.remembered()).build();
    }

    /**
     * Empty where the key is not good.
     *
     * @throws SignInUnavailable where nobody can say
     */
    Optional<String> of(String key) {
        var digest = Sha256.hex(key);
        var held = known.getIfPresent(digest);
        if (held == null || !clock.instant().isBefore(held.until()) || revoked(held)) {
            held = ask(key, digest, held);
        }
        return held instanceof Good good ? Optional.of(good.token()) : Optional.empty();
    }

    private Known ask(String key, String digest, @Nullable Known before) {
        var mine = new CompletableFuture<Known>();
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

    private Known newest(String key, @Nullable Known before) {
        var now = clock.instant();
        try {
            return exchange.tokenFor(key)
                    .<Known>map(issued -> new Good(
                            issued.token(),
                            issued.account(),
                            issued.session(),
                            issued.issuedAt(),
                            earlier(now.plus(settings.fresh()), issued.expires()),
                            issued.expires()))
                    .orElseGet(() -> new Bad(now.plus(settings.fresh())));
        } catch (SignInUnavailable e) {
            if (before instanceof Good good && now.isBefore(good.end()) && !revoked(good)) {
                return good;
            }
            throw e;
        }
    }

    private boolean revoked(Known held) {
        return held instanceof Good good && revocations.revokes(good.account(), good.session(), good.issuedAt());
    }

    private static Known join(CompletableFuture<Known> others) {
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
