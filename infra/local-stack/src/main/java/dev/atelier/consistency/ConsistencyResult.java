package dev.atelier.consistency;

/**
 * One line of a consistency check.
 *
 * @param promised number of acknowledged items
 * @param there number of items that exist now
 * @param lost number of acknowledged items that are missing or differ
 * @param twice number of items that should not exist: duplicates, or items that nobody requested
 * @param disordered number of items that arrived before a predecessor
 * @param repeats number of deliveries that were repeated under the same id, which is allowed after a crash
 */
public record ConsistencyResult(
        String what, long promised, long there, long lost, long twice, long disordered, long repeats) {
    public boolean isConsistent() {
        return lost == 0 && twice == 0 && disordered == 0;
    }

    /** Formats this result as a line of the table. */
    String line() {
        var verdict = isConsistent() ? "" : "DOES NOT BALANCE";
        return "%-22s %10d %10d %8d %8d %12d %8d  %s%n"
                .formatted(what, promised, there, lost, twice, disordered, repeats, verdict);
    }
}
