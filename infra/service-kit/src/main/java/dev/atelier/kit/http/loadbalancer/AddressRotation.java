package dev.atelier.kit.http.loadbalancer;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses of one service in round-robin order; those that were unavailable a moment ago come last. */
final class AddressRotation {
    private static final Logger LOG = LoggerFactory.getLogger(AddressRotation.class);

    private final List<URI> addresses;
    private final Duration passOver;
    private final InstantSource time;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<URI, Instant> leftAlone = new ConcurrentHashMap<>();

    AddressRotation(List<URI> addresses, Duration passOver, InstantSource time) {
        this.addresses = List.copyOf(addresses);
        this.passOver = passOver;
        this.time = time;
    }

    /** Returns all addresses in the order in which to try them. */
    List<URI> nextOrder() {
        int size = addresses.size();
        if (size == 1) {
            return addresses;
        }
        var now = time.instant();
        int first = Math.floorMod(next.getAndIncrement(), size);
        var inTurn = IntStream.range(0, size)
                .mapToObj(n -> addresses.get((first + n) % size))
                .toList();
        return Stream.concat(
                        inTurn.stream().filter(address -> !isUnavailable(address, now)),
                        inTurn.stream().filter(address -> isUnavailable(address, now)))
                .distinct()
                .toList();
    }

    private boolean isUnavailable(URI address, Instant now) {
        return now.isBefore(leftAlone.getOrDefault(address, Instant.MIN));
    }

    /** Marks an address as unavailable: for a while it is tried only after the others. */
    void markUnavailable(URI address, String why) {
        if (addresses.size() == 1) {
            return;
        }
        if (leftAlone.put(address, time.instant().plus(passOver)) == null) {
            LOG.info(
                    "{} is unavailable and is tried after the other addresses for {} ms: {}",
                    address,
                    passOver.toMillis(),
                    why);
        }
    }

    /** Marks an address as available. */
    void markAvailable(URI address) {
        if (leftAlone.remove(address) != null) {
            LOG.info("{} is available again", address);
        }
    }
}
