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
record RecoveryCaseResponse(
        RecoveryCaseId id,
        UserId userId,
        RecoveryCase.RecoveryCaseState state,
        String report,
        @Nullable String address,
        List<RecoveryStepResponse> steps,
        int failedAttempts,
        long version) {
    /**
     * One step.
     *
     * @param by the operator; null where it went on by itself
     */
    record RecoveryStepResponse(
            RecoveryCase.RecoveryStepKind act,
            @Nullable UserId by,
            Instant at,
            @Nullable String note) {}

    static RecoveryCaseResponse of(RecoveryCase recovery) {
        return new RecoveryCaseResponse(
                recovery.id(),
                recovery.userId(),
                recovery.state(),
                recovery.report(),
                recovery.address(),
                recovery.steps().stream()
                        .map(step -> new RecoveryStepResponse(step.act(), step.by(), step.at(), step.note()))
                        .toList(),
                recovery.attempts(),
                recovery.revision());
    }
}
