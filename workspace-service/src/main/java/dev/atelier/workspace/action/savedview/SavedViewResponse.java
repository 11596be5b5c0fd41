package dev.atelier.workspace.action.savedview;

import dev.atelier.events.id.UserId;

/** A saved view as its readers see it. */
record SavedViewResponse(
        SavedViewId id,
        String name,
        UserId owner,
        boolean shared,
        SavedViewFilter filter,
        String sort,
        String direction,
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
