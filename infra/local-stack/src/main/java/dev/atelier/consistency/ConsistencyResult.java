package dev.atelier.consistency;

/**
 * One line of a reckoning.
 *
 * @param promised how many were accepted
 * @param there how many are there now
 * @param lost how many of the promised are not there, or not as they were promised
 * @param twice how many are there that should not be: the same effect again, or one nobody asked for
 * @param disordered how many came before one that they follow
 * @param repeats how many deliveries came again under the same id, which is allowed at a crash
 */
public record ConsistencyResult(
        String what, long promised, long there, long lost, long twice, long disordered, long repeats) {
    public boolean balances() {
        return lost == 0 && twice == 0 && disordered == 0;
    }

    /** As a line of the table for people. */
    String line() {
        var verdict = balances() ? "" : "DOES NOT BALANCE";
        return "%-22s %10d %10d %8d %8d %12d %8d  %s%n"
                .formatted(what, promised, there, lost, twice, disordered, repeats, verdict);
    }
}
