package dev.atelier.bench.measurement;

import java.util.Arrays;
import java.util.List;

/** Sorted times with percentiles by the nearest-rank method. */
public final class Percentiles {
    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] ordered;

    private Percentiles(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("there are no values for percentiles");
        }
        ordered = nanos.clone();
        Arrays.sort(ordered);
    }

    /** Takes durations in nanoseconds; throws {@link IllegalArgumentException} if there are none. */
    public static Percentiles ofNanos(long... nanos) {
        return new Percentiles(nanos);
    }

    /** Takes durations in nanoseconds; throws {@link IllegalArgumentException} if there are none. */
    public static Percentiles ofNanos(List<Long> nanos) {
        return new Percentiles(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * Returns a percentile in milliseconds: the smallest time that at least {@code per} percent (0 to 100) do not
     * exceed.
     */
    public double millis(double per) {
        if (per < 0 || per > 100) {
            throw new IllegalArgumentException("a percentile is 0 to 100, not " + per);
        }
        int rank = (int) Math.ceil(per / 100 * ordered.length);
        return ordered[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
    }

    public double p50() {
        return millis(50);
    }

    public double p99() {
        return millis(99);
    }

    public double longest() {
        return millis(100);
    }
}
