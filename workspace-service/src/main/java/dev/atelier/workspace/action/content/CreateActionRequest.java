package dev.atelier.workspace.action.content;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.web.validation.OneLine;
import dev.atelier.kit.web.validation.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates an action. Defaults: no description, {@code OPEN}, no assignees, no date, {@code NORMAL}, no tags, no
 * checklist.
 */
public record CreateActionRequest(
        @NotBlank @Size(max = ActionContent.MAX_TITLE) @OneLine
        String title,

        @Nullable @Size(max = ActionContent.MAX_DESCRIPTION) @PlainText
        String description,

        @Nullable ActionState state,
        @Nullable @Size(max = ActionContent.MAX_ASSIGNEES) List<@NotNull UserId> assignees,
        @Nullable LocalDate due,
        @Nullable ActionPriority priority,

        @Nullable @Size(max = ActionContent.MAX_TAGS) List<
                        @NotBlank @Size(max = ActionContent.MAX_TAG) @Pattern(regexp = "[^,]*", message = "must have no comma") @OneLine String>
                tags,

        @Nullable @Size(max = ActionContent.MAX_CHECKLIST) List<@Valid @NotNull ChecklistItem> checklist) {
    public ActionContent content() {
        return new ActionContent(
                title,
                description == null ? "" : description,
                state == null ? ActionState.OPEN : state,
                assignees == null ? List.of() : assignees,
                due,
                priority == null ? ActionPriority.NORMAL : priority,
                tags == null ? List.of() : tags,
                checklist == null ? List.of() : checklist);
    }
}
