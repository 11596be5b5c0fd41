package dev.atelier.agentrun.agent;

import dev.atelier.events.AgentRunEvent.AgentPublished;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.access.MemberAccess;
import dev.atelier.kit.mongo.WorkspaceOwned;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.web.validation.CodePointLength;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An agent with its editable draft and the number of its newest published version.
 *
 * @param name 1 to 100 characters
 * @param revision number of the current draft revision; the first draft has 1
 * @param published number of the newest version, 0 when none is published
 */
@Document("agents")
@TypeAlias("agent")
@CompoundIndex(def = "{workspaceId: 1, _id: -1}")
record Agent(
        @Id AgentId id,
        WorkspaceId workspaceId,
        @NotPersonal("the display name of a thing") String name,
        AgentDefinition draft,
        int revision,
        int published,
        UserId createdBy,
        Instant createdAt,
        Instant changedAt,
        @Version @Nullable Long version)
        implements WorkspaceOwned {
    static final int MAX_NAME = 100;

    Agent {
        if (name.isBlank() || CodePointLength.of(name) > MAX_NAME) {
            throw InvalidInput.of("name", "must have 1 to " + MAX_NAME + " characters");
        }
    }

    static Agent drafted(WorkspaceId workspace, String name, AgentDefinition draft, UserId by, Instant now) {
        return new Agent(AgentId.next(), workspace, name.strip(), draft, 1, 0, by, now, now, null);
    }

    Agent changed(String newName, AgentDefinition newDraft, MemberAccess by, Instant now) {
        demandRight(by);
        if (newName.strip().equals(name) && newDraft.equals(draft)) {
            return this;
        }
        return new Agent(
                id,
                workspaceId,
                newName.strip(),
                newDraft,
                revision + 1,
                published,
                createdBy,
                createdAt,
                now,
                version);
    }

    /** Returns the agent with the next version number. The new version contains the current draft. */
    Agent publish(MemberAccess by, Instant now) {
        demandRight(by);
        return new Agent(id, workspaceId, name, draft, revision, published + 1, createdBy, createdAt, now, version);
    }

    AgentVersion newestVersion(UserId by, Instant now) {
        return AgentVersion.of(this, by, now);
    }

    AgentPublished publishedEvent(UserId by) {
        return new AgentPublished(workspaceId, id, name, published, by);
    }

    /**
     * Only the creator and the manager may change an agent: approval rules protect the workspace, so a member who only
     * uses the agent must not loosen them.
     */
    private void demandRight(MemberAccess by) {
        if (!by.manager() && !by.userId().equals(createdBy)) {
            throw new AgentOwnerRequired();
        }
    }

    long versionNumber() {
        return version == null ? 1 : version + 1;
    }
}
