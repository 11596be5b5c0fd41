package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.workspace.event.AggregateChange;
import dev.atelier.workspace.event.WorkspaceEventPublisher;
import dev.atelier.workspace.membership.MembershipEndListener;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The projects of all workspaces, and who may read them. Changes run in the caller's transaction. */
@Component
public class ProjectStore implements MembershipEndListener {
    private final ProjectRepository documents;
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final WorkspaceEventPublisher workspaceEventPublisher;
    private final ObjectProvider<ParticipationEndListener> endings;

    ProjectStore(
            ProjectRepository documents,
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            WorkspaceEventPublisher workspaceEventPublisher,
            ObjectProvider<ParticipationEndListener> endings) {
        this.documents = documents;
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.workspaceEventPublisher = workspaceEventPublisher;
        this.endings = endings;
    }

    /**
     * Checks that the person takes part in the project or manages the workspace.
     *
     * @return whether they manage the workspace
     * @throws NotFound if they do neither, or if there is no such project
     */
    public boolean requireReader(WorkspaceId workspace, ProjectId project, UserId user) {
        return require(workspace, project, user).manager();
    }

    /**
     * Returns the members who take part; without the manager as such, and without people whose membership has ended.
     */
    public Set<UserId> findParticipants(WorkspaceId workspace, ProjectId project) {
        return membershipStore.filterMembers(
                workspace, require(workspace, project).participants());
    }

    /** Returns those of these people who take part. */
    public Set<UserId> filterParticipants(WorkspaceId workspace, ProjectId project, Collection<UserId> people) {
        var listed = require(workspace, project).participants();
        return membershipStore.filterMembers(
                workspace, people.stream().filter(listed::contains).toList());
    }

    /** Returns the projects that list the person as a participant. The caller checks the membership. */
    public Set<ProjectId> findProjectsOf(WorkspaceId workspace, UserId user) {
        return documents.findByWorkspaceIdAndParticipants(workspace, user, Limit.unlimited()).stream()
                .map(Project::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns who may read the project: the participants and the manager. */
    public Set<UserId> findReaders(WorkspaceId workspace, ProjectId project) {
        var readers = new HashSet<>(findParticipants(workspace, project));
        readers.add(workspaceStore.manager(workspace));
        return readers;
    }

    public String name(WorkspaceId workspace, ProjectId project) {
        return require(workspace, project).name();
    }

    @Override
    public int end(WorkspaceId workspace, UserId member, UserId by, int limit) {
        var some = documents.findByWorkspaceIdAndParticipants(workspace, member, Limit.of(limit));
        some.forEach(project -> end(project.leave(member), member, by));
        return some.size();
    }

    @Override
    public boolean remains(WorkspaceId workspace, UserId member) {
        return documents.existsByWorkspaceIdAndParticipants(workspace, member);
    }

    /** Stores the end of one participation, and ends what depends on it. */
    void end(AggregateChange<Project> left, UserId participant, UserId by) {
        var project = saveAndPublish(left);
        endings.orderedStream().forEach(ending -> ending.ended(project.workspaceId(), project.id(), participant, by));
    }

    Project store(Project before, AggregateChange<Project> change) {
        if (change.after().equals(before)) {
            return before;
        }
        return saveAndPublish(change);
    }

    Project saveAndPublish(AggregateChange<Project> change) {
        var stored = documents.save(change.after());
        workspaceEventPublisher.publishEvent(change);
        workspaceEventPublisher.publishState(stored.state());
        return stored;
    }

    /** Deletes the project document, so that nobody finds the project; its content is deleted later. */
    void delete(AggregateChange<Project> deleted) {
        var last = deleted.after();
        documents.deleteByWorkspaceIdAndId(last.workspaceId(), last.id());
        workspaceEventPublisher.publishEvent(deleted);
        workspaceEventPublisher.publishState(last.deletedState());
    }

    Project require(WorkspaceId workspace, ProjectId project) {
        return documents.findByWorkspaceIdAndId(workspace, project).orElseThrow(NotFound::new);
    }

    ReadableProject require(WorkspaceId workspace, ProjectId project, UserId user) {
        membershipStore.require(workspace, user);
        var found = require(workspace, project);
        var manager = workspaceStore.manager(workspace).equals(user);
        if (!manager && !found.hasParticipant(user)) {
            throw new NotFound();
        }
        return new ReadableProject(found, manager);
    }

    /** A project that the person may read. */
    record ReadableProject(Project project, boolean manager) {}
}
