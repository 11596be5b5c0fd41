package dev.atelier.kit.retention;

import dev.atelier.kit.deletion.DataEraser;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.deletion.DeletionTarget.DeletionTargetKind;

/** A deleted workspace keeps nothing. */
final class RetentionEraser implements DataEraser {
    private final RetentionStore retentionStore;

    RetentionEraser(RetentionStore retentionStore) {
        this.retentionStore = retentionStore;
    }

    @Override
    public int erase(DeletionTarget what, int limit) {
        return what.kind() == DeletionTargetKind.WORKSPACE && retentionStore.forget(what.workspaceId()) ? 1 : 0;
    }
}
