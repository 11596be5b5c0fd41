package dev.atelier.workspace.action.savedview;

import dev.atelier.kit.web.validation.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A view to be saved.
 *
 * @param name 1 to 80 characters
 * @param shared whether everybody in the project sees it; not where it is left out
 * @param filter all work items where it is left out
 * @param sort created where it is left out
 * @param direction asc where it is left out
 */
record CreateSavedViewRequest(
        @NotBlank @Size(max = 80) @OneLine String name,
        @Nullable Boolean shared,
        @Nullable @Valid SavedViewFilter filter,

        @Nullable @Pattern(regexp = UpdateSavedViewRequest.SORTS, message = UpdateSavedViewRequest.NO_SORT) String sort,

        @Nullable @Pattern(regexp = UpdateSavedViewRequest.DIRECTIONS, message = UpdateSavedViewRequest.NO_DIRECTION) String direction) {}
