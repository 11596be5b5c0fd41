package dev.atelier.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.atelier.gateway.ratelimit.usage.LocalRateLimitUsage;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

/** One bucket for each who asks, of one kind. What is taken here is told to the other instances; what they gave is taken here too. */
final class RateLimitBuckets {
    private final String name;
    private final RateLimitSettings.RequestRateLimit limit;
    private final LocalRateLimitUsage localRateLimitUsage;
    private final LoadingCache<String, Bucket> byKey;

    RateLimitBuckets(
            String name,
            RateLimitSettings.RequestRateLimit limit,
            int remembered,
            LocalRateLimitUsage localRateLimitUsage) {
        this.name = name;
        this.limit = limit;
        this.localRateLimitUsage = localRateLimitUsage;
        this.byKey = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(limit.per().multipliedBy(2))
                .build(key -> Bucket.builder()
                        .addLimit(bandwidth ->
                                bandwidth.capacity(limit.requests()).refillGreedy(limit.requests(), limit.per()))
                        .build());
    }

    String name() {
        return name;
    }

    /** {@code key} is an address, a person or a token; only its digest is kept and told. */
    ConsumptionProbe take(String key) {
        var who = KeyDigest.of(key);
        var probe = byKey.get(who).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            localRateLimitUsage.add(name, who);
        }
        return probe;
    }

    /** Other instances let in so many requests already: whoever was let in by several of them at once waits the longer. */
    void spend(String who, long requests) {
        byKey.get(who).consumeIgnoringRateLimits(requests);
    }

    /** {@code "user";q=1200;w=60}. Source: draft-ietf-httpapi-ratelimit-headers-10. */
    String policy() {
        return "\"" + name + "\";q=" + limit.requests() + ";w=" + limit.per().toSeconds();
    }

    /** {@code "user";r=1199;t=1}: requests left, and seconds until all of them are there again. */
    String state(ConsumptionProbe probe) {
        return "\"" + name + "\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset());
    }

    static long seconds(long nanos) {
        return Math.max(1, Math.ceilDiv(nanos, 1_000_000_000L));
    }
}
