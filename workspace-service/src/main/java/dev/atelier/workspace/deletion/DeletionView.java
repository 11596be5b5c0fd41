package dev.atelier.workspace.deletion;

import dev.atelier.kit.deletion.Deleted.Kind;
import dev.atelier.kit.deletion.Deletions.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a deletion is, for who asked for it.
 *
 * @param id of what is deleted
 * @param expected how many things were counted below it when it was accepted
 * @param removed how many are gone so far; a few more than expected in the end, as not everything is counted beforehand
 * @param finishedAt null while something is left
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
