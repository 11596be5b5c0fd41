package dev.atelier.workspace.action.saved;

import dev.atelier.kit.web.text.OneLine;
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
record NewView(
        @NotBlank @Size(max = 80) @OneLine String name,
        @Nullable Boolean shared,
        @Nullable @Valid ViewFilter filter,

        @Nullable @Pattern(regexp = ViewPatch.SORTS, message = ViewPatch.NO_SORT) String sort,

        @Nullable @Pattern(regexp = ViewPatch.DIRECTIONS, message = ViewPatch.NO_DIRECTION) String direction) {}
