package dev.atelier.workspace.project;

import dev.atelier.events.ProjectState;
import dev.atelier.events.WorkspaceEvent;
import dev.atelier.events.WorkspaceEvent.ParticipantJoined;
import dev.atelier.events.WorkspaceEvent.ParticipantLeft;
import dev.atelier.events.WorkspaceEvent.ParticipantRemoved;
import dev.atelier.events.WorkspaceEvent.ProjectCreated;
import dev.atelier.events.WorkspaceEvent.ProjectDeleted;
import dev.atelier.events.WorkspaceEvent.ProjectRenamed;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.workspace.event.AggregateChange;
import dev.atelier.workspace.event.SequencedAggregate;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A project of a workspace, with the members who take part in it.
 *
 * @param participants members of the workspace; the manager has access to every project and need not be listed
 * @param version the version of the published state; a change of the name or of the participants raises it
 * @param edition the version that clients see; only a new name raises it, so that a change of participants makes no
 *     client's change stale; null in documents older than this field
 * @param renamedBy who gave it its present name; null if that was its creator
 * @param sequence how many events it has published
 */
@Document("projects")
@TypeAlias("project")
@CompoundIndex(name = "of-workspace", def = "{workspaceId: 1, _id: 1}")
@CompoundIndex(name = "of-participant", def = "{workspaceId: 1, participants: 1, _id: 1}")
record Project(
        @Id ProjectId id,
        @Version @Nullable Long lock,
        WorkspaceId workspaceId,
        @NotPersonal("the display name of a thing") String name,
        Set<UserId> participants,
        UserId createdBy,
        Instant createdAt,
        long version,
        @Nullable Long edition,
        @Nullable UserId renamedBy,
        long sequence)
        implements WorkspaceOwned, SequencedAggregate {
    /** The most participants of one project. */
    static final int MAX_PARTICIPANTS = 1_000;

    Project {
        participants = Set.copyOf(participants);
    }

    static AggregateChange<Project> create(WorkspaceId workspace, String name, UserId by, Instant now) {
        var id = ProjectId.next();
        return AggregateChange.of(
                new Project(id, null, workspace, name, Set.of(by), by, now, 1, 1L, null, 1),
                new ProjectCreated(workspace, id, name, by));
    }

    boolean hasParticipant(UserId user) {
        return participants.contains(user);
    }

    AggregateChange<Project> rename(String other, UserId by) {
        if (other.equals(name)) {
            return AggregateChange.withoutEvent(this);
        }
        var renamed = new Project(
                id,
                lock,
                workspaceId,
                other,
                participants,
                createdBy,
                createdAt,
                version + 1,
                shownVersion() + 1,
                by,
                sequence + 1);
        return AggregateChange.of(renamed, new ProjectRenamed(workspaceId, id, other, by));
    }

    /** Adds a member of the workspace. */
    AggregateChange<Project> addParticipant(UserId member, UserId by) {
        if (hasParticipant(member)) {
            return AggregateChange.withoutEvent(this);
        }
        if (participants.size() >= MAX_PARTICIPANTS) {
            throw new ProjectFull();
        }
        var more = new HashSet<>(participants);
        more.add(member);
        return withEvent(name, more, new ParticipantJoined(workspaceId, id, member, by));
    }

    AggregateChange<Project> leave(UserId participant) {
        return withEvent(name, without(participant), new ParticipantLeft(workspaceId, id, participant));
    }

    /** Removes another participant; only the creator and the manager may. */
    AggregateChange<Project> removeParticipant(UserId participant, UserId by, boolean manager) {
        requireOwner(by, manager);
        return withEvent(name, without(participant), new ParticipantRemoved(workspaceId, id, participant, by));
    }

    /** Deletes the project with its content; only the creator and the manager may. */
    AggregateChange<Project> delete(UserId by, boolean manager) {
        requireOwner(by, manager);
        return withEvent("", Set.of(), new ProjectDeleted(workspaceId, id, by));
    }

    /** Returns the version that clients see and send in {@code If-Match}. */
    long shownVersion() {
        return edition == null ? 1 : edition;
    }

    /** Returns who last changed what {@link #shownVersion} counts. */
    UserId lastChangedBy() {
        return renamedBy == null ? createdBy : renamedBy;
    }

    private void requireOwner(UserId by, boolean manager) {
        if (!manager && !by.equals(createdBy)) {
            throw new NotYourProject();
        }
    }

    private Set<UserId> without(UserId participant) {
        if (!hasParticipant(participant)) {
            throw new NotFound();
        }
        var fewer = new HashSet<>(participants);
        fewer.remove(participant);
        return fewer;
    }

    /** Returns the last state that is published. */
    ProjectState deletedState() {
        return new ProjectState(workspaceId, id, "", Set.of(), true, version);
    }

    ProjectState state() {
        return new ProjectState(workspaceId, id, name, participants, false, version);
    }

    private AggregateChange<Project> withEvent(String newName, Set<UserId> people, WorkspaceEvent fact) {
        var changed = new Project(
                id,
                lock,
                workspaceId,
                newName,
                people,
                createdBy,
                createdAt,
                version + 1,
                edition,
                renamedBy,
                sequence + 1);
        return AggregateChange.of(changed, fact);
    }
}
