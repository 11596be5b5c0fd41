package dev.atelier.workspace.action.savedview;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import dev.atelier.kit.problem.Forbidden;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored saved view.
 *
 * @param owner who created it
 * @param shared whether everybody in the project sees it; only the owner changes that
 * @param version the version of what people change
 */
@Document("views")
@TypeAlias("view")
@CompoundIndex(name = "of-project", def = "{workspaceId: 1, projectId: 1, _id: 1}")
record SavedView(
        @Id SavedViewId id,
        @Version @Nullable Long lock,
        WorkspaceId workspaceId,
        ProjectId projectId,
        UserId owner,
        @NotPersonal("the display name of a thing") String name,
        boolean shared,
        SavedViewFilter filter,
        @NotPersonal("the name of a field") String sort,
        @NotPersonal("a direction") String direction,
        long version)
        implements WorkspaceOwned {

    boolean visibleTo(UserId user) {
        return shared || owner.equals(user);
    }

    /** Returns the view with the given fields changed. */
    SavedView change(UpdateSavedViewRequest patch, UserId by) {
        var nowShared = patch.shared() == null ? shared : patch.shared();
        if (nowShared != shared && !owner.equals(by)) {
            throw new Forbidden();
        }
        return new SavedView(
                id,
                lock,
                workspaceId,
                projectId,
                owner,
                patch.name() == null ? name : patch.name().strip(),
                nowShared,
                patch.filter() == null ? filter : patch.filter(),
                patch.sort() == null ? sort : patch.sort(),
                patch.direction() == null ? direction : patch.direction(),
                version + 1);
    }
}
