package dev.atelier.workspace.action;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.UserId;
import dev.atelier.workspace.action.content.CheckItem;
import dev.atelier.workspace.action.content.Priority;
import dev.atelier.workspace.action.content.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A work item as its readers see it. */
record ActionView(
        ActionId id,
        String title,
        String description,
        State state,
        List<UserId> assignees,
        @Nullable LocalDate due,
        Priority priority,
        List<String> tags,
        List<CheckItem> checklist,
        UserId createdBy,
        Instant createdAt,
        Instant changedAt,
        long version) {
    static ActionView of(Action action) {
        return new ActionView(
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
