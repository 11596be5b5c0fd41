package dev.atelier.kit.retention;

import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Deleted.Kind;
import dev.atelier.kit.deletion.Erasing;

/** A deleted workspace keeps nothing. */
final class RetentionErasing implements Erasing {
    private final Retentions retentions;

    RetentionErasing(Retentions retentions) {
        this.retentions = retentions;
    }

    @Override
    public int erase(Deleted what, int limit) {
        return what.kind() == Kind.WORKSPACE && retentions.forget(what.workspaceId()) ? 1 : 0;
    }
}
