package dev.atelier.workspace.settings;

import dev.atelier.events.AgentCreation;
import dev.atelier.events.id.UserId;
import dev.atelier.workspace.workspace.RetentionPeriods;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All settings of the workspace.
 *
 * @param agentCreators who may create agents besides the manager: at most 100 members, empty unless
 *     {@code agentCreation} is {@code SELECTED}
 */
record UpdateWorkspaceSettingsRequest(
        @NotNull(message = "must be given") @Valid RetentionPeriods retentionDays,
        @NotNull(message = "must be given") AgentCreation agentCreation,

        @Nullable @Size(max = UpdateWorkspaceSettingsRequest.MAX_CREATORS) List<@NotNull(message = "must be given") UserId> agentCreators) {
    static final int MAX_CREATORS = 100;

    List<UserId> creators() {
        return agentCreators == null ? List.of() : agentCreators;
    }
}
