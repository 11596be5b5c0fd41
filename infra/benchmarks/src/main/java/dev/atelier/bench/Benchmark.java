package dev.atelier.bench;

import dev.atelier.backing.Progress;
import dev.atelier.bench.measuring.Report;

/** Measures one thing on a system of its own, which it starts, stops and deletes. */
public interface Benchmark {

    /** Its name in commands and reports. */
    String name();

    /** What it measures, in a sentence. */
    String says();

    /** Measures all rounds; throws what went wrong, with everything stopped. */
    Report measure(Extent extent, Progress progress) throws Exception;
}
