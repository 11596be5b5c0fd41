package dev.atelier.gateway.routing;

import dev.atelier.kit.web.admission.TooManyConcurrentRequests;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Limits the concurrent requests of each user, so that no user occupies everything. */
public final class ConcurrencyLimiter {
    private final int each;
    private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();

    /**
     * The same limit applies to every user.
     *
     * @param each maximum number of concurrent requests per user, at least 1
     */
    public ConcurrencyLimiter(int each) {
        this.each = each;
    }

    /** Takes a permit, which is released by closing it; refuses with 429 if the user has used up their limit. */
    public ConcurrencyPermit acquire(String person) {
        if (taken.merge(person, 1, Integer::sum) > each) {
            release(person);
            throw new TooManyConcurrentRequests(each);
        }
        return () -> release(person);
    }

    private void release(String person) {
        taken.merge(person, -1, Integer::sum);
        taken.remove(person, 0);
    }

    /** A permit for one request of a user. */
    @FunctionalInterface
    public interface ConcurrencyPermit extends AutoCloseable {
        @Override
        void close();
    }
}
