package dev.atelier.kit.deletion;

import dev.atelier.kit.deadletter.DeadLetterStore;
import dev.atelier.kit.deletion.DeletionTarget.DeletionTargetKind;

/** Deletes the dead letters of a deleted workspace. */
public final class DeadLetterEraser implements DataEraser {
    private final DeadLetterStore letters;

    public DeadLetterEraser(DeadLetterStore letters) {
        this.letters = letters;
    }

    @Override
    public int erase(DeletionTarget what, int limit) {
        return what.kind() == DeletionTargetKind.WORKSPACE ? letters.erase(what.workspaceId(), limit) : 0;
    }
}
