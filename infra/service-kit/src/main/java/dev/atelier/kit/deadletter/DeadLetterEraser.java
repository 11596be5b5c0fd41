package dev.atelier.kit.deadletter;

import dev.atelier.kit.deletion.DataEraser;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.deletion.DeletionTarget.DeletionTargetKind;

/** Deletes the dead letters of a deleted workspace. */
final class DeadLetterEraser implements DataEraser {
    private final DeadLetterStore letters;

    DeadLetterEraser(DeadLetterStore letters) {
        this.letters = letters;
    }

    @Override
    public int erase(DeletionTarget what, int limit) {
        return what.kind() == DeletionTargetKind.WORKSPACE ? letters.erase(what.workspaceId(), limit) : 0;
    }
}
