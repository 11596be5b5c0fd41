package dev.atelier.workspace.action.savedview;

import dev.atelier.kit.web.validation.OneLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Saves a view.
 *
 * @param name 1 to 80 characters
 * @param shared whether everybody in the project sees it; false if missing
 * @param filter all actions if missing
 * @param sort created if missing
 * @param direction asc if missing
 */
record CreateSavedViewRequest(
        @NotBlank @Size(max = 80) @OneLine String name,
        @Nullable Boolean shared,
        @Nullable @Valid SavedViewFilter filter,

        @Nullable @Pattern(regexp = UpdateSavedViewRequest.SORTS, message = UpdateSavedViewRequest.NO_SORT) @Schema(allowableValues = {"created", "due", "priority", "title"})
        String sort,

        @Nullable @Pattern(regexp = UpdateSavedViewRequest.DIRECTIONS, message = UpdateSavedViewRequest.NO_DIRECTION) @Schema(allowableValues = {"asc", "desc"})
        String direction) {}
