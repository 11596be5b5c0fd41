package dev.atelier.workspace.billing;

import dev.atelier.events.PaymentState;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a workspace, with what is used of it.
 *
 * @param seats members and open invitations
 * @param runsPerMonth runs that were started in this calendar month, UTC, as far as they were heard of
 * @param storageBytes what the files of actions take
 * @param customer the payment provider's id of who pays; null where nobody does there
 */
record PlanResponse(
        String plan,
        PaymentState payment,
        LimitUsage seats,
        LimitUsage runsPerMonth,
        LimitUsage storageBytes,
        @Nullable String customer,
        long version) {
    /**
     * One limit.
     *
     * @param limit null where there is none
     */
    record LimitUsage(@Nullable Long limit, long used) {}
}
