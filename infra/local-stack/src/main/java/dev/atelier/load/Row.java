package dev.atelier.load;

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
public record Row(String what, long promised, long there, long lost, long twice, long disordered, long repeats) {
    public boolean balances() {
        return lost == 0 && twice == 0 && disordered == 0;
    }
}
