package dev.atelier.bench.measurement;

/**
 * How much is measured.
 *
 * @param rounds whose medians are the figures
 * @param quick a small part of everything, to see that it works; its figures say little
 */
public record BenchmarkExtent(int rounds, boolean quick) {
    public BenchmarkExtent {
        if (rounds < 1 || rounds > 20) {
            throw new IllegalArgumentException("--rounds must be 1 to 20, not " + rounds);
        }
    }

    /** The one number, or the other where all is to be quick. */
    public int of(int full, int quickly) {
        return quick ? quickly : full;
    }
}
