package dev.atelier.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The memory of a process, as reported by {@code ps}. */
final class ResidentMemory {
    private ResidentMemory() {}

    /** Returns the resident set in MB; pages shared with other processes are counted in each of them. */
    static double megabytes(long pid) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            var said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return Long.parseLong(said) / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
