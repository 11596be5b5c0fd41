package dev.atelier.workspace.billing;

import dev.atelier.events.PaymentState;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a workspace and its usage.
 *
 * @param seats members and open invitations
 * @param runsPerMonth runs that were started in this calendar month, UTC, as far as their events have arrived
 * @param storageBytes total size of the files of actions
 * @param customerId the payment provider's id of the customer; null if nobody pays there
 */
record PlanResponse(
        String plan,
        PaymentState paymentState,
        LimitUsage seats,
        LimitUsage runsPerMonth,
        LimitUsage storageBytes,
        @Nullable String customerId,
        long version) {
    /**
     * One limit and its usage.
     *
     * @param limit null if unlimited
     */
    record LimitUsage(@Nullable Long limit, long used) {}
}
