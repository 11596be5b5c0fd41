package dev.atelier.bench.measurement;

import dev.atelier.backing.ProgressListener;

/** Measures one thing on a system of its own, which it starts, stops and deletes. */
public interface Benchmark {

    /** Its name in commands and reports. */
    String name();

    /** What it measures, in a sentence. */
    String says();

    /** Measures all rounds; throws what went wrong, with everything stopped. */
    BenchmarkReport measure(BenchmarkExtent extent, ProgressListener progressListener) throws Exception;
}
