package dev.atelier.workspace.deletion;

import dev.atelier.kit.deletion.DeletionStore.DeletionStatus;
import dev.atelier.kit.deletion.DeletionTarget.DeletionTargetKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a deletion.
 *
 * @param id the id of what is deleted
 * @param expected how many things of workspace-service were counted below it when the request was accepted: members,
 *     projects, actions, comments, files. Other services delete their runs, reports, mails and webhook deliveries
 *     themselves; these count neither here nor in {@code removed}
 * @param removed how many are deleted so far; can exceed {@code expected} a little, because not everything is counted
 *     in advance
 * @param finishedAt null while workspace-service has something left to delete
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
