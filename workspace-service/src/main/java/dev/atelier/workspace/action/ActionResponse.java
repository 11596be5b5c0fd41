package dev.atelier.workspace.action;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.UserId;
import dev.atelier.workspace.action.content.ActionPriority;
import dev.atelier.workspace.action.content.ActionState;
import dev.atelier.workspace.action.content.ChecklistItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An action as its readers see it. */
record ActionResponse(
        ActionId id,
        String title,
        String description,
        ActionState state,
        List<UserId> assignees,
        @Nullable LocalDate due,
        ActionPriority priority,
        List<String> tags,
        List<ChecklistItem> checklist,
        UserId createdBy,
        Instant createdAt,
        Instant changedAt,
        long version) {
    static ActionResponse of(Action action) {
        return new ActionResponse(
                action.id(),
                action.title(),
                action.description(),
                action.state(),
                action.assignees(),
                action.dueDate(),
                action.priority(),
                action.tags(),
                action.checklist(),
                action.createdBy(),
                action.createdAt(),
                action.changedAt(),
                action.version());
    }
}
