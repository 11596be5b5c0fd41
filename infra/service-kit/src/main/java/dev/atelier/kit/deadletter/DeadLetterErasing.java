package dev.atelier.kit.deadletter;

import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Deleted.Kind;
import dev.atelier.kit.deletion.Erasing;

/** What was not handled of a deleted workspace goes with it. */
final class DeadLetterErasing implements Erasing {
    private final DeadLetters letters;

    DeadLetterErasing(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public int erase(Deleted what, int limit) {
        return what.kind() == Kind.WORKSPACE ? letters.erase(what.workspaceId(), limit) : 0;
    }
}
