package dev.atelier.kit.web.admission;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Places for requests that are worked on; first come, first served, with a share for each person. */
final class Admission {
    private final int perPerson;
    private final Duration longestWait;
    private final Semaphore places;
    private final ConcurrentMap<String, Share> shares = new ConcurrentHashMap<>();

    Admission(AdmissionSettings settings) {
        this.perPerson = settings.perPerson();
        this.longestWait = settings.longestWait();
        this.places = new Semaphore(settings.requests(), true);
    }

    /**
     * Waits for a place of the person's own share and then for one of everybody's.
     *
     * @throws TooManyAtOnce where the person's share stays taken
     * @throws Overloaded where everybody's places stay taken
     */
    Place take(String person) throws InterruptedException {
        long deadline = System.nanoTime() + longestWait.toNanos();
        var share = shares.compute(person, (_, known) -> (known == null ? new Share(perPerson) : known).joined());
        boolean ownTaken = false;
        boolean taken = false;
        try {
            ownTaken = share.places.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (!ownTaken) {
                throw new TooManyAtOnce(perPerson);
            }
            taken = places.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (!taken) {
                throw new Overloaded(Duration.ofSeconds(1));
            }
        } finally {
            if (!taken) {
                leave(person, share, ownTaken);
            }
        }
        return new Place(person, share);
    }

    private void leave(String person, Share share, boolean ownTaken) {
        if (ownTaken) {
            share.places.release();
        }
        shares.computeIfPresent(person, (_, known) -> known.left());
    }

    /** Given back by closing, once. */
    final class Place implements AutoCloseable {
        private final String person;
        private final Share share;
        private final AtomicBoolean held = new AtomicBoolean(true);

        private Place(String person, Share share) {
            this.person = person;
            this.share = share;
        }

        @Override
        public void close() {
            if (held.getAndSet(false)) {
                places.release();
                leave(person, share, true);
            }
        }
    }

    /** One person's places; forgotten when none of their requests is here. Its number changes under the map's lock alone. */
    private static final class Share {
        private final Semaphore places;
        private int here;

        private Share(int places) {
            this.places = new Semaphore(places, true);
        }

        private Share joined() {
            here++;
            return this;
        }

        private @Nullable Share left() {
            here--;
            return here == 0 ? null : this;
        }
    }
}
