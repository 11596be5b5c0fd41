package dev.atelier.workspace.action.savedview;

import dev.atelier.events.id.UserId;
import io.swagger.v3.oas.annotations.media.Schema;

/** A saved view as its readers see it. */
record SavedViewResponse(
        SavedViewId id,
        String name,
        UserId ownerId,
        boolean shared,
        SavedViewFilter filter,

        @Schema(allowableValues = {"created", "due", "priority", "title"})
        String sort,

        @Schema(allowableValues = {"asc", "desc"}) String direction,
        long version) {
    static SavedViewResponse of(SavedView view) {
        return new SavedViewResponse(
                view.id(),
                view.name(),
                view.owner(),
                view.shared(),
                view.filter(),
                view.sort(),
                view.direction(),
                view.version());
    }
}
