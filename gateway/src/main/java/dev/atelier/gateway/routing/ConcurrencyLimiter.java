package dev.atelier.gateway.routing;

import dev.atelier.kit.web.admission.TooManyConcurrentRequests;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** So many at a time for each person, so that nobody has everything. */
public final class ConcurrencyLimiter {
    private final int each;
    private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();

    /**
     * For everybody the same.
     *
     * @param each how many at a time, at least 1
     */
    public ConcurrencyLimiter(int each) {
        this.each = each;
    }

    /** Given back by closing; refuses with 429 when the person's share is used up. */
    public ConcurrencyPermit take(String person) {
        if (taken.merge(person, 1, Integer::sum) > each) {
            giveBack(person);
            throw new TooManyConcurrentRequests(each);
        }
        return () -> giveBack(person);
    }

    private void giveBack(String person) {
        taken.merge(person, -1, Integer::sum);
        taken.remove(person, 0);
    }

    /** One of a person's requests. */
    @FunctionalInterface
    public interface ConcurrencyPermit extends AutoCloseable {
        @Override
        void close();
    }
}
