package dev.atelier.workspace.workspace;

import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
import java.util.Set;

/**
 * The last change of a workspace's name or language.
 *
 * @param version what people see as the workspace's version
 * @param fields which of them changed
 */
record WorkspaceDescriptionChange(
        long version,
        UserId by,
        @NotPersonal("names of fields") Set<String> fields) {
    WorkspaceDescriptionChange {
        fields = Set.copyOf(fields);
    }
}
