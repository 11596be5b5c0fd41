package dev.atelier.workspace.workspace;

import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
import java.util.Set;

/**
 * The last change of a workspace's name or language.
 *
 * @param version the version of the workspace that clients see
 * @param fields which of the two changed
 */
record WorkspaceDescriptionChange(
        long version,
        UserId by,
        @NotPersonal("names of fields") Set<String> fields) {
    WorkspaceDescriptionChange {
        fields = Set.copyOf(fields);
    }
}
