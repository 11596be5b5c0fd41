package dev.atelier.workspace.action.content;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.web.PartialUpdate;
import dev.atelier.kit.web.validation.OneLine;
import dev.atelier.kit.web.validation.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields to change; a missing field stays unchanged. {@code null} clears {@code due}, the only field that can be
 * without a value. Tags and checklist are replaced as a whole.
 */
@PartialUpdate
@SuppressWarnings("NullableOptional") // null: field missing; empty: field is null, so the value is cleared
public record UpdateActionRequest(
        @Nullable @Size(min = 1, max = ActionContent.MAX_TITLE) @OneLine
        String title,

        @Nullable @Size(max = ActionContent.MAX_DESCRIPTION) @PlainText
        String description,

        @Nullable ActionState state,
        @Nullable @Size(max = ActionContent.MAX_ASSIGNEES) List<@NotNull UserId> assignees,
        @Nullable Optional<LocalDate> due,
        @Nullable ActionPriority priority,

        @Nullable @Size(max = ActionContent.MAX_TAGS) List<
                        @NotBlank @Size(max = ActionContent.MAX_TAG) @Pattern(regexp = "[^,]*", message = "must have no comma") @OneLine String>
                tags,

        @Nullable @Size(max = ActionContent.MAX_CHECKLIST) List<@Valid @NotNull ChecklistItem> checklist) {
    public ActionContent applyTo(ActionContent before) {
        return new ActionContent(
                title == null ? before.title() : title,
                description == null ? before.description() : description,
                state == null ? before.state() : state,
                assignees == null ? before.assignees() : assignees,
                due == null ? before.due() : due.orElse(null),
                priority == null ? before.priority() : priority,
                tags == null ? before.tags() : tags,
                checklist == null ? before.checklist() : checklist);
    }
}
