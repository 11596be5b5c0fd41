package dev.atelier.gateway.ratelimit.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Adds up what this instance lets in until it is told to the others. */
public final class Till {
    private final Map<Account, Long> open = new ConcurrentHashMap<>();

    private record Account(String limit, String who) {}

    /** One more request. */
    public void add(String limit, String who) {
        open.merge(new Account(limit, who), 1L, Long::sum);
    }

    /** All since the last time, each counted in one answer alone. */
    List<Spent> empty() {
        var spent = new ArrayList<Spent>();
        for (var account : List.copyOf(open.keySet())) {
            var requests = open.remove(account);
            if (requests != null) {
                spent.add(new Spent(account.limit(), account.who(), requests));
            }
        }
        return spent;
    }
}
