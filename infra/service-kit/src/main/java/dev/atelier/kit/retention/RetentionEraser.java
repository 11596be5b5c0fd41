package dev.atelier.kit.retention;

import dev.atelier.kit.deletion.DataEraser;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.deletion.DeletionTarget.DeletionTargetKind;

/** Deletes the stored retention settings of a deleted workspace. */
final class RetentionEraser implements DataEraser {
    private final RetentionStore retentionStore;

    RetentionEraser(RetentionStore retentionStore) {
        this.retentionStore = retentionStore;
    }

    @Override
    public int erase(DeletionTarget what, int limit) {
        return what.kind() == DeletionTargetKind.WORKSPACE && retentionStore.delete(what.workspaceId()) ? 1 : 0;
    }
}
