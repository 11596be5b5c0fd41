package dev.atelier.events;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;

/** A workspace as other services know it. */
@Type("workspace.workspace")
@Topic(value = "workspace.workspaces", source = "/workspace-service")
public record WorkspaceState(
        WorkspaceId workspaceId,
        @NotPersonal("the display name of a thing") String name,
        @NotPersonal("a language tag") String language,
        UserId manager,
        boolean ended,
        long version)
        implements State {
    @Override
    public String subject() {
        return "workspaces/" + workspaceId;
    }

    @Override
    public String key() {
        return workspaceId.toString();
    }
}
