package dev.atelier.workspace.action.saved;

import dev.atelier.events.id.UserId;

/** A saved view as who may see it reads it. */
record ViewView(
        ViewId id,
        String name,
        UserId owner,
        boolean shared,
        ViewFilter filter,
        String sort,
        String direction,
        long version) {
    static ViewView of(SavedView view) {
        return new ViewView(
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
