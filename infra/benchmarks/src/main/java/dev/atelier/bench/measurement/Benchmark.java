package dev.atelier.bench.measurement;

import dev.atelier.backing.ProgressListener;

/** A benchmark, which starts, stops and deletes its own system. */
public interface Benchmark {

    /** The name in commands and reports. */
    String name();

    /** A sentence that says what is measured. */
    String description();

    /** Runs all rounds. If it throws, everything has been stopped. */
    BenchmarkReport measure(BenchmarkExtent extent, ProgressListener progressListener) throws Exception;
}
