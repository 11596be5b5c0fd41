package dev.atelier.workspace.plan;

import dev.atelier.events.PlanLimitKind;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a plan; null means unlimited.
 *
 * @param seats members and open invitations
 * @param runsPerMonth runs that start in a calendar month, UTC
 * @param storageBytes total size of the files of actions
 */
public record PlanLimits(
        @Nullable Integer seats,
        @Nullable Integer runsPerMonth,
        @Nullable Long storageBytes) {
    /** No limits. */
    public static final PlanLimits NONE = new PlanLimits(null, null, null);

    public @Nullable Long of(PlanLimitKind planLimitKind) {
        return switch (planLimitKind) {
            case SEATS -> seats == null ? null : seats.longValue();
            case RUNS_PER_MONTH -> runsPerMonth == null ? null : runsPerMonth.longValue();
            case STORAGE_BYTES -> storageBytes;
        };
    }
}
