package dev.atelier.workspace.deletion;

import dev.atelier.kit.deletion.DeletionStore.DeletionStatus;
import dev.atelier.kit.deletion.DeletionTarget.DeletionTargetKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a deletion is, for who asked for it.
 *
 * @param id of what is deleted
 * @param expected how many things of workspace-service were counted below it when it was accepted: members, projects, actions, comments,
 *     files. Runs, reports, mails and webhook deliveries belong to other services, which remove them beside this one; they are neither
 *     counted here nor in {@code removed}
 * @param removed how many are gone so far; a few more than expected in the end, as not everything is counted beforehand
 * @param finishedAt null while something is left in workspace-service
 */
public record DeletionResponse(
        String id,
        DeletionTargetKind kind,
        Instant acceptedAt,
        long expected,
        long removed,
        @Nullable Instant finishedAt) {
    static DeletionResponse of(DeletionStatus deletionStatus) {
        return new DeletionResponse(
                deletionStatus.what().id().toString(),
                deletionStatus.what().kind(),
                deletionStatus.acceptedAt(),
                deletionStatus.expected(),
                deletionStatus.removed(),
                deletionStatus.finishedAt());
    }
}
