package dev.atelier.workspace.billing.statement;

import dev.atelier.events.privacy.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * What the provider said of one subscription.
 *
 * @param subscription the provider's id of it
 * @param begun when it was made, in seconds
 * @param at when this happened, in seconds
 * @param plan the plan of this installation that its prices stand for; null where none does
 * @param status how it stands since; null where the provider uses a word that is unknown here
 * @param previous how it stood before this event, where the event says so
 */
public record SubscriptionStatement(
        @NotPersonal("a provider's id") String subscription,
        long begun,
        long at,
        SubscriptionChange change,
        @Nullable @NotPersonal("a name of a plan") String plan,
        @Nullable SubscriptionStatus status,
        @Nullable SubscriptionStatus previous) {
    /** What happened to the subscription; within one second in this order. */
    public enum SubscriptionChange {
        CREATED,
        UPDATED,
        DELETED
    }

    boolean ended() {
        return change == SubscriptionChange.DELETED;
    }

    /** Whether this happened after the other, which is about the same subscription; an end is the last that happens. */
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

    /** The plan goes on where the prices stand for none of this installation's, the beginning where the other one knew an earlier. */
    SubscriptionStatement after(SubscriptionStatement known) {
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
