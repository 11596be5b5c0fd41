package dev.atelier.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.atelier.gateway.ratelimit.usage.LocalRateLimitUsage;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

/**
 * The buckets of one limit, one per key. Requests admitted here are published to the other instances; requests admitted
 * there are subtracted here.
 */
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

    /** Takes one request. {@code key} is an address, a user id or a token; only its digest is kept and published. */
    ConsumptionProbe tryConsume(String key) {
        var who = KeyDigest.of(key);
        var probe = byKey.get(who).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            localRateLimitUsage.add(name, who);
        }
        return probe;
    }

    /**
     * Subtracts requests that other instances admitted. The bucket may become negative: a client that several instances
     * admitted at once waits longer.
     */
    void consumeRemote(String who, long requests) {
        byKey.get(who).consumeIgnoringRateLimits(requests);
    }

    /** Returns {@code "user";q=1200;w=60}. Source: draft-ietf-httpapi-ratelimit-headers-10. */
    String policy() {
        return "\"" + name + "\";q=" + limit.requests() + ";w=" + limit.per().toSeconds();
    }

    /** Returns {@code "user";r=1199;t=1}: remaining requests, and seconds until the bucket is full again. */
    String state(ConsumptionProbe probe) {
        return "\"" + name + "\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset());
    }

    static long seconds(long nanos) {
        return Math.max(1, Math.ceilDiv(nanos, 1_000_000_000L));
    }
}
