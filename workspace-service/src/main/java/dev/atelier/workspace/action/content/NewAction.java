package dev.atelier.workspace.action.content;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.web.text.OneLine;
import dev.atelier.kit.web.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a work item begins with. What is not given: no description, {@code OPEN}, nobody, no date, {@code NORMAL}, no tags, no checklist.
 */
public record NewAction(
        @NotBlank @Size(max = Content.MAX_TITLE) @OneLine String title,

        @Nullable @Size(max = Content.MAX_DESCRIPTION) @PlainText
        String description,

        @Nullable State state,
        @Nullable @Size(max = Content.MAX_ASSIGNEES) List<@NotNull UserId> assignees,
        @Nullable LocalDate due,
        @Nullable Priority priority,

        @Nullable @Size(max = Content.MAX_TAGS) List<
                        @NotBlank @Size(max = Content.MAX_TAG) @Pattern(regexp = "[^,]*", message = "must have no comma") @OneLine String>
                tags,

        @Nullable @Size(max = Content.MAX_CHECKLIST) List<@Valid @NotNull CheckItem> checklist) {
    public Content content() {
        return new Content(
                title,
                description == null ? "" : description,
                state == null ? State.OPEN : state,
                assignees == null ? List.of() : assignees,
                due,
                priority == null ? Priority.NORMAL : priority,
                tags == null ? List.of() : tags,
                checklist == null ? List.of() : checklist);
    }
}
