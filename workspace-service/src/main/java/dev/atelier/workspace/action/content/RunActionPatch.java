package dev.atelier.workspace.action.content;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.web.PartialUpdate;
import dev.atelier.kit.web.text.OneLine;
import dev.atelier.kit.web.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** As {@link ActionPatch}, made by a run for the person it runs for. */
@PartialUpdate
@SuppressWarnings("NullableOptional") // null: not named; empty: named and null, so to be taken away
public record RunActionPatch(
        @NotNull RunId runId,

        @Nullable @Size(min = 1, max = Content.MAX_TITLE) @OneLine
        String title,

        @Nullable @Size(max = Content.MAX_DESCRIPTION) @PlainText
        String description,

        @Nullable State state,
        @Nullable @Size(max = Content.MAX_ASSIGNEES) List<@NotNull UserId> assignees,
        @Nullable Optional<LocalDate> due,
        @Nullable Priority priority) {
    public Content onto(Content before) {
        return new ActionPatch(title, description, state, assignees, due, priority, null, null).onto(before);
    }
}
