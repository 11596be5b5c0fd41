package dev.atelier.kit.web.admission;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Permits for concurrent requests: first come, first served, with a maximum for each caller. */
final class RequestAdmission {
    private final int perPerson;
    private final Duration longestWait;
    private final Semaphore places;
    private final ConcurrentMap<String, PersonShare> shares = new ConcurrentHashMap<>();

    RequestAdmission(AdmissionSettings settings) {
        this.perPerson = settings.perPerson();
        this.longestWait = settings.longestWait();
        this.places = new Semaphore(settings.requests(), true);
    }

    /**
     * Waits for a permit of the caller's own share and then for one of all callers.
     *
     * @throws TooManyConcurrentRequests where the caller's share stays in use
     * @throws ServiceOverloaded where all permits stay in use
     */
    AdmissionPermit acquire(String person) throws InterruptedException {
        long deadline = System.nanoTime() + longestWait.toNanos();
        var share = shares.compute(person, (_, known) -> (known == null ? new PersonShare(perPerson) : known).joined());
        boolean ownTaken = false;
        boolean taken = false;
        try {
            ownTaken = share.places.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (!ownTaken) {
                throw new TooManyConcurrentRequests(perPerson);
            }
            taken = places.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (!taken) {
                throw new ServiceOverloaded(Duration.ofSeconds(1));
            }
        } finally {
            if (!taken) {
                release(person, share, ownTaken);
            }
        }
        return new AdmissionPermit(person, share);
    }

    private void release(String person, PersonShare share, boolean ownTaken) {
        if (ownTaken) {
            share.places.release();
        }
        shares.computeIfPresent(person, (_, known) -> known.left());
    }

    /** Released by closing, once. */
    final class AdmissionPermit implements AutoCloseable {
        private final String person;
        private final PersonShare share;
        private final AtomicBoolean held = new AtomicBoolean(true);

        private AdmissionPermit(String person, PersonShare share) {
            this.person = person;
            this.share = share;
        }

        @Override
        public void close() {
            if (held.getAndSet(false)) {
                places.release();
                release(person, share, true);
            }
        }
    }

    /**
     * The permits of one caller; removed when the caller has no requests. The counter changes only inside
     * {@code compute} of the map.
     */
    private static final class PersonShare {
        private final Semaphore places;
        private int here;

        private PersonShare(int places) {
            this.places = new Semaphore(places, true);
        }

        private PersonShare joined() {
            here++;
            return this;
        }

        private @Nullable PersonShare left() {
            here--;
            return here == 0 ? null : this;
        }
    }
}
