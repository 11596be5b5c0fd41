package dev.atelier.workspace.action.content;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.web.validation.OneLine;
import dev.atelier.kit.web.validation.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Like {@link CreateActionRequest}, for a run that acts for a person. */
public record CreateActionByRunRequest(
        @NotNull RunId runId,

        @NotBlank @Size(max = ActionContent.MAX_TITLE) @OneLine
        String title,

        @Nullable @Size(max = ActionContent.MAX_DESCRIPTION) @PlainText
        String description,

        @Nullable ActionState state,
        @Nullable @Size(max = ActionContent.MAX_ASSIGNEES) List<@NotNull UserId> assignees,
        @Nullable LocalDate due,
        @Nullable ActionPriority priority) {
    public ActionContent content() {
        return new CreateActionRequest(title, description, state, assignees, due, priority, null, null).content();
    }
}
