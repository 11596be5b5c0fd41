package dev.atelier.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

/** One bucket for each who asks, of one kind. */
final class Buckets {
    private final String name;
    private final LimitSettings.Limit limit;
    private final LoadingCache<String, Bucket> byKey;

    Buckets(String name, LimitSettings.Limit limit, int remembered) {
        this.name = name;
        this.limit = limit;
        this.byKey = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(limit.per().multipliedBy(2))
                .build(key -> Bucket.builder()
                        .addLimit(bandwidth ->
                                bandwidth.capacity(limit.requests()).refillGreedy(limit.requests(), limit.per()))
                        .build());
    }

    ConsumptionProbe take(String key) {
        return byKey.get(key).tryConsumeAndReturnRemaining(1);
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
