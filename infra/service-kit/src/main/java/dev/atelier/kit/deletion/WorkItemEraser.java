package dev.atelier.kit.deletion;

import dev.atelier.kit.deletion.DeletionTarget.DeletionTargetKind;
import dev.atelier.kit.work.WorkItemStore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Deletes the work items of a deleted workspace, before its other data. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WorkItemEraser implements DataEraser {
    private final WorkItemStore items;

    WorkItemEraser(WorkItemStore items) {
        this.items = items;
    }

    @Override
    public int erase(DeletionTarget what, int limit) {
        return what.kind() == DeletionTargetKind.WORKSPACE ? items.erase(what.workspaceId(), limit) : 0;
    }
}
