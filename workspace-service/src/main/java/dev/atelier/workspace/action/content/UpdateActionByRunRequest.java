package dev.atelier.workspace.action.content;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.web.PartialUpdate;
import dev.atelier.kit.web.validation.OneLine;
import dev.atelier.kit.web.validation.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Like {@link UpdateActionRequest}, for a run that acts for a person. */
@PartialUpdate
@SuppressWarnings("NullableOptional") // null: field missing; empty: field is null, so the value is cleared
public record UpdateActionByRunRequest(
        @NotNull RunId runId,

        @Nullable @Size(min = 1, max = ActionContent.MAX_TITLE) @OneLine
        String title,

        @Nullable @Size(max = ActionContent.MAX_DESCRIPTION) @PlainText
        String description,

        @Nullable ActionState state,
        @Nullable @Size(max = ActionContent.MAX_ASSIGNEES) List<@NotNull UserId> assignees,
        @Nullable Optional<LocalDate> due,
        @Nullable ActionPriority priority) {
    public ActionContent applyTo(ActionContent before) {
        return new UpdateActionRequest(title, description, state, assignees, due, priority, null, null).applyTo(before);
    }
}
