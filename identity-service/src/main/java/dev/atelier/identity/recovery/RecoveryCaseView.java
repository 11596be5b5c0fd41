package dev.atelier.identity.recovery;

import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case, as operators see it.
 *
 * @param report what was reported of the account
 * @param address where the owner is reached, where it is not the account's own address; null else
 * @param steps all that was done, the oldest first
 * @param failedAttempts of Keycloak's part in the next step, since the last one; it is tried again by itself
 * @param version for {@code If-Match}
 */
record RecoveryCaseView(
        RecoveryCaseId id,
        UserId userId,
        RecoveryCase.State state,
        String report,
        @Nullable String address,
        List<StepView> steps,
        int failedAttempts,
        long version) {
    /**
     * One step.
     *
     * @param by the operator; null where it went on by itself
     */
    record StepView(
            RecoveryCase.Act act,
            @Nullable UserId by,
            Instant at,
            @Nullable String note) {}

    static RecoveryCaseView of(RecoveryCase recovery) {
        return new RecoveryCaseView(
                recovery.id(),
                recovery.userId(),
                recovery.state(),
                recovery.report(),
                recovery.address(),
                recovery.steps().stream()
                        .map(step -> new StepView(step.act(), step.by(), step.at(), step.note()))
                        .toList(),
                recovery.attempts(),
                recovery.revision());
    }
}
