package dev.atelier.bench.measurement;

/**
 * The extent of a benchmark.
 *
 * @param rounds number of rounds; the figures are medians
 * @param quick whether to run only a small part, to check that the benchmark works; its figures are not meaningful
 */
public record BenchmarkExtent(int rounds, boolean quick) {
    public BenchmarkExtent {
        if (rounds < 1 || rounds > 20) {
            throw new IllegalArgumentException("--rounds must be 1 to 20, not " + rounds);
        }
    }

    /** Returns the first number, or the second one for a quick run. */
    public int of(int full, int quickly) {
        return quick ? quickly : full;
    }
}
