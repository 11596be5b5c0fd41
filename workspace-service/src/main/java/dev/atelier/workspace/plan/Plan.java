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
 * @param limits the limits at the time the plan was assigned or its settings last changed
 * @param suspendedBy the operator who suspended the workspace, which the payment provider cannot undo; null if none did
 * @param reached for each limit, the month in which it was last published as reached
 * @param version the version that the operator sees, from 1
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

    /** Returns the plan of a new workspace. */
    public static Plan initial(String name, PlanLimits limits) {
        return new Plan(name, limits, PaymentState.CURRENT, null, Map.of(), 1);
    }

    public Plan with(String newName, PlanLimits newLimits) {
        return new Plan(newName, newLimits, payment, suspendedBy, reached, version + 1);
    }

    /**
     * Changes the payment state. Only an operator can end a suspension by an operator.
     *
     * @param by the operator; null if the payment provider reports the state
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
     * Checks that the workspace may begin something new.
     *
     * @throws WorkspaceSuspended if the workspace is suspended
     */
    public void requireNotSuspended() {
        if (payment == PaymentState.SUSPENDED) {
            throw new WorkspaceSuspended();
        }
    }
}
