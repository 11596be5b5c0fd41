package dev.atelier.workspace.deletion;

import dev.atelier.kit.deletion.Deleted.Kind;
import dev.atelier.kit.deletion.Deletions.Progress;
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
public record DeletionView(
        String id,
        Kind kind,
        Instant acceptedAt,
        long expected,
        long removed,
        @Nullable Instant finishedAt) {
    static DeletionView of(Progress progress) {
        return new DeletionView(
                progress.what().id().toString(),
                progress.what().kind(),
                progress.acceptedAt(),
                progress.expected(),
                progress.removed(),
                progress.finishedAt());
    }
}
