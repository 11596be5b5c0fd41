package dev.atelier.workspace.action.savedview;

import dev.atelier.kit.web.PartialUpdate;
import dev.atelier.kit.web.validation.OneLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a view to change; a missing field stays unchanged. The filter is replaced as a whole.
 *
 * @param name 1 to 80 characters
 * @param shared only the owner may change it
 */
@PartialUpdate
record UpdateSavedViewRequest(
        @Nullable @Size(max = 80) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @OneLine
        String name,

        @Nullable Boolean shared,
        @Nullable @Valid SavedViewFilter filter,

        @Nullable @Pattern(regexp = UpdateSavedViewRequest.SORTS, message = UpdateSavedViewRequest.NO_SORT) @Schema(allowableValues = {"created", "due", "priority", "title"})
        String sort,

        @Nullable @Pattern(regexp = UpdateSavedViewRequest.DIRECTIONS, message = UpdateSavedViewRequest.NO_DIRECTION) @Schema(allowableValues = {"asc", "desc"})
        String direction) {
    static final String SORTS = "created|due|priority|title";
    static final String NO_SORT = "must be one of created, due, priority, title";
    static final String DIRECTIONS = "asc|desc";
    static final String NO_DIRECTION = "must be one of asc, desc";
}
