package dev.atelier.workspace.plan;

import dev.atelier.events.PaymentState;
import dev.atelier.events.PlanLimitKind;
import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.access.WorkspaceSuspended;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plan of one workspace.
 *
 * @param limits as they were when it got the plan, or when the plan's settings last changed
 * @param suspendedBy the operator who suspended it, which the payment provider does not lift; null where none did
 * @param reached the month in which it was last said of a limit that it is reached
 * @param version of what the operator sets, from 1
 */
public record Plan(
        @NotPersonal("the name of a plan") String name,
        PlanLimits limits,
        PaymentState payment,
        @Nullable UserId suspendedBy,
        @NotPersonal("months") Map<PlanLimitKind, String> reached,
        long version) {
    public Plan {
        reached = Map.copyOf(reached);
    }

    /** The plan of a new workspace. */
    public static Plan first(String name, PlanLimits limits) {
        return new Plan(name, limits, PaymentState.CURRENT, null, Map.of(), 1);
    }

    public Plan with(String newName, PlanLimits newLimits) {
        return new Plan(newName, newLimits, payment, suspendedBy, reached, version + 1);
    }

    /**
     * It stands otherwise with what it pays; what an operator suspended, only an operator lets go on.
     *
     * @param by the operator; null where the payment provider says it
     */
    public Plan with(PaymentState newPayment, @Nullable UserId by) {
        if (suspendedBy != null && by == null) {
            return this;
        }
        var suspending = newPayment == PaymentState.SUSPENDED ? by : null;
        return newPayment == payment && (suspending == null) == (suspendedBy == null)
                ? this
                : new Plan(name, limits, newPayment, suspending, reached, version + 1);
    }

    public Plan withReached(PlanLimitKind planLimitKind, String month) {
        var noted = new HashMap<>(reached);
        noted.put(planLimitKind, month);
        return new Plan(name, limits, payment, suspendedBy, noted, version);
    }

    public @Nullable Long limit(PlanLimitKind planLimitKind) {
        return limits.of(planLimitKind);
    }

    /**
     * Lets something new begin.
     *
     * @throws WorkspaceSuspended where the workspace is not paid for
     */
    public void demandNotSuspended() {
        if (payment == PaymentState.SUSPENDED) {
            throw new WorkspaceSuspended();
        }
    }
}
