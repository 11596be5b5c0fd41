package dev.atelier.workspace.action.content;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.web.text.OneLine;
import dev.atelier.kit.web.text.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As {@link NewAction}, created by a run for the person it runs for. */
public record NewRunAction(
        @NotNull RunId runId,
        @NotBlank @Size(max = Content.MAX_TITLE) @OneLine String title,

        @Nullable @Size(max = Content.MAX_DESCRIPTION) @PlainText
        String description,

        @Nullable State state,
        @Nullable @Size(max = Content.MAX_ASSIGNEES) List<@NotNull UserId> assignees,
        @Nullable LocalDate due,
        @Nullable Priority priority) {
    public Content content() {
        return new NewAction(title, description, state, assignees, due, priority, null, null).content();
    }
}
