package dev.atelier.workspace.billing.statement;

import dev.atelier.events.privacy.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the provider about one subscription.
 *
 * @param subscription the provider's id of the subscription
 * @param begun when it was created, in seconds
 * @param at when this happened, in seconds
 * @param plan the plan of this installation for its prices; null if there is none
 * @param status its status afterwards; null if the provider uses a value that is unknown here
 * @param previous its status before this event, if the event contains it
 */
public record SubscriptionStatement(
        @NotPersonal("a provider's id") String subscription,
        long begun,
        long at,
        SubscriptionChange change,
        @Nullable @NotPersonal("a name of a plan") String plan,
        @Nullable SubscriptionStatus status,
        @Nullable SubscriptionStatus previous) {
    /** What happened to the subscription; within one second, in this order. */
    public enum SubscriptionChange {
        CREATED,
        UPDATED,
        DELETED
    }

    boolean ended() {
        return change == SubscriptionChange.DELETED;
    }

    /**
     * Returns whether this happened after the other statement about the same subscription. Nothing happens after an
     * end.
     */
    boolean isNewerThan(SubscriptionStatement known) {
        if (known.ended() || ended()) {
            return !known.ended();
        }
        if (at != known.at) {
            return at > known.at;
        }
        if (change != known.change) {
            return change.compareTo(known.change) > 0;
        }
        if (status == known.status || follows(known)) {
            return true;
        }
        return !known.follows(this) && !known.isFurtherThan(status);
    }

    /**
     * Returns this statement merged with an earlier one: keeps its plan if the prices belong to no plan here, and the
     * earlier beginning.
     */
    SubscriptionStatement mergedWith(SubscriptionStatement known) {
        return new SubscriptionStatement(
                subscription,
                Math.min(begun, known.begun),
                at,
                change,
                plan == null ? known.plan : plan,
                status,
                previous);
    }

    private boolean follows(SubscriptionStatement other) {
        return previous != null && previous == other.status;
    }

    private boolean isFurtherThan(@Nullable SubscriptionStatus other) {
        return status != null && (other == null || status.compareTo(other) > 0);
    }
}
