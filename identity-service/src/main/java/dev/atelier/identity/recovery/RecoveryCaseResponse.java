package dev.atelier.identity.recovery;

import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case, as operators see it.
 *
 * @param report the report about the account
 * @param email the owner's address where it differs from the account's; else null
 * @param steps all steps, the oldest first
 * @param failedAttempts failed attempts of the next step in Keycloak, which is retried
 * @param version for {@code If-Match}
 */
record RecoveryCaseResponse(
        RecoveryCaseId id,
        UserId userId,
        RecoveryCase.RecoveryCaseState state,
        String report,
        @Nullable String email,
        List<RecoveryStepResponse> steps,
        int failedAttempts,
        long version) {
    /**
     * One step.
     *
     * @param performedBy the operator; null where the system did it
     */
    record RecoveryStepResponse(
            RecoveryCase.RecoveryStepKind kind,
            @Nullable UserId performedBy,
            Instant performedAt,
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
