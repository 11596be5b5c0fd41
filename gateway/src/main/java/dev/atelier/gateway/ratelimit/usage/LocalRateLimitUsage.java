package dev.atelier.gateway.ratelimit.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Adds up what this instance lets in until it is told to the others. */
public final class LocalRateLimitUsage {
    private final Map<UsageKey, Long> open = new ConcurrentHashMap<>();

    private record UsageKey(String limit, String who) {}

    /** One more request. */
    public void add(String limit, String who) {
        open.merge(new UsageKey(limit, who), 1L, Long::sum);
    }

    /** All since the last time, each counted in one answer alone. */
    List<RateLimitUsage> empty() {
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
