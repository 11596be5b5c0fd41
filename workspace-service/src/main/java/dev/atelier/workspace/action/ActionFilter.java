package dev.atelier.workspace.action;

import dev.atelier.events.id.UserId;
import dev.atelier.workspace.action.content.Priority;
import dev.atelier.workspace.action.content.State;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * Which work items are asked for; a controller's argument from query parameters of these names.
 *
 * @param state any of these
 * @param assignee those of one person
 * @param dueBefore with a date before this one
 * @param dueAfter with a date after this one
 * @param priority any of these
 * @param tag with any of these, written as they are
 */
record ActionFilter(
        @Nullable List<State> state,
        @Nullable UserId assignee,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate dueBefore,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate dueAfter,
        @Nullable List<Priority> priority,
        @Nullable List<String> tag) {
    Criteria on(Criteria criteria) {
        var filtered = criteria;
        if (state != null && !state.isEmpty()) {
            filtered = filtered.and("state").in(state);
        }
        if (assignee != null) {
            filtered = filtered.and("assignees").is(assignee);
        }
        if (priority != null && !priority.isEmpty()) {
            filtered = filtered.and("priority").in(priority);
        }
        if (tag != null && !tag.isEmpty()) {
            filtered = filtered.and("tags").in(tag);
        }
        if (dueBefore != null || dueAfter != null) {
            filtered = filtered.and("due").lt(dueBefore == null ? Action.NO_DATE : dueBefore.toString());
            filtered = dueAfter == null ? filtered : filtered.gt(dueAfter.toString());
        }
        return filtered;
    }
}
