package dev.atelier.workspace.action.savedview;

import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.web.validation.OneLine;
import dev.atelier.workspace.action.ActionFilter;
import dev.atelier.workspace.action.content.ActionContent;
import dev.atelier.workspace.action.content.ActionPriority;
import dev.atelier.workspace.action.content.ActionState;
import dev.atelier.workspace.action.search.SearchQuery;
import dev.atelier.workspace.action.search.SearchTerms;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filter of a saved view: the query parameters of the action list, with the same names.
 *
 * @param dueBefore a date such as {@code 2026-12-31}
 * @param dueAfter a date such as {@code 2026-12-31}
 */
record SavedViewFilter(
        @Nullable @Size(max = 4) List<@NotNull ActionState> state,
        @Nullable UserId assigneeId,

        @Nullable @Schema(format = "date") @NotPersonal("a date")
        String dueBefore,

        @Nullable @Schema(format = "date") @NotPersonal("a date")
        String dueAfter,

        @Nullable @Size(max = 4) List<@NotNull ActionPriority> priority,

        @Nullable @Size(max = ActionFilter.MAX_TAGS) @PersonalData(
                category = Category.CONTENT,
                purpose = "a list that people of a project come back to",
                basis = Basis.CONTRACT,
                retention = "until the view or its project is deleted")
        List<@NotBlank @Size(max = ActionContent.MAX_TAG) @OneLine String> tag,

        @Nullable @Size(max = SearchTerms.MAX_SEARCH) @OneLine
        @PersonalData(
                category = Category.CONTENT,
                purpose = "a list that people of a project come back to",
                basis = Basis.CONTRACT,
                retention = "until the view or its project is deleted")
        String search) {
    static final SavedViewFilter ALL = new SavedViewFilter(null, null, null, null, null, null, null);

    /**
     * Checks the filter.
     *
     * @throws InvalidInput if a field is invalid; names it
     */
    void validate() {
        date("filter.dueBefore", dueBefore);
        date("filter.dueAfter", dueAfter);
        if (search != null) {
            SearchQuery.of(search);
        }
    }

    private static void date(String field, @Nullable String text) {
        try {
            if (text != null) {
                LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw InvalidInput.of(field, "must be a date such as 2026-12-31");
        }
    }
}
