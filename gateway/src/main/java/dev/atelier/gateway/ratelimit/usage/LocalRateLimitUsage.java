package dev.atelier.gateway.ratelimit.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sums up the requests that this instance admits until they are published. */
public final class LocalRateLimitUsage {
    private final Map<UsageKey, Long> open = new ConcurrentHashMap<>();

    private record UsageKey(String limit, String who) {}

    /** Adds one request. */
    public void add(String limit, String who) {
        open.merge(new UsageKey(limit, who), 1L, Long::sum);
    }

    /** Removes and returns the sums; a request is never returned twice. */
    List<RateLimitUsage> drain() {
        var spent = new ArrayList<RateLimitUsage>();
        for (var usageKey : List.copyOf(open.keySet())) {
            var requests = open.remove(usageKey);
            if (requests != null) {
                spent.add(new RateLimitUsage(usageKey.limit(), usageKey.who(), requests));
            }
        }
        return spent;
    }
}
