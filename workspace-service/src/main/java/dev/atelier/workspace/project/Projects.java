package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.web.NotFound;
import dev.atelier.workspace.fact.Change;
import dev.atelier.workspace.fact.Facts;
import dev.atelier.workspace.membership.MembershipEnding;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.workspace.Workspaces;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The projects of all workspaces, and who may see one. What changes them runs in the caller's transaction. */
@Component
public class Projects implements MembershipEnding {
    private final ProjectDocuments documents;
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final Facts facts;
    private final ObjectProvider<ParticipationEnding> endings;

    Projects(
            ProjectDocuments documents,
            Workspaces workspaces,
            Memberships memberships,
            Facts facts,
            ObjectProvider<ParticipationEnding> endings) {
        this.documents = documents;
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.facts = facts;
        this.endings = endings;
    }

    /**
     * Lets pass who takes part in the project or manages the workspace.
     *
     * @return whether they manage the workspace
     * @throws NotFound for everybody else, and where there is no such project
     */
    public boolean demandReader(WorkspaceId workspace, ProjectId project, UserId user) {
        return demand(workspace, project, user).manager();
    }

    /** Who takes part; not the manager as such. */
    public Set<UserId> participants(WorkspaceId workspace, ProjectId project) {
        return demand(workspace, project).participants();
    }

    /** Who sees what is in it: those who take part, and the manager. */
    public Set<UserId> readers(WorkspaceId workspace, ProjectId project) {
        var readers = new HashSet<>(participants(workspace, project));
        readers.add(workspaces.manager(workspace));
        return readers;
    }

    public String name(WorkspaceId workspace, ProjectId project) {
        return demand(workspace, project).name();
    }

    @Override
    public void ended(WorkspaceId workspace, UserId member, UserId by) {
        documents.findByWorkspaceIdAndParticipants(workspace, member).forEach(project -> end(project, member, by));
    }

    /** Ends one participation and what hangs on it. */
    void end(Project project, UserId participant, UserId by) {
        store(project, project.leave(participant));
        endings.orderedStream().forEach(ending -> ending.ended(project.workspaceId(), project.id(), participant, by));
    }

    Project store(Project before, Change<Project> change) {
        if (change.after().equals(before)) {
            return before;
        }
        return begin(change);
    }

    Project begin(Change<Project> change) {
        var stored = documents.save(change.after());
        facts.say(change);
        facts.publish(stored.state());
        return stored;
    }

    /** Takes it away from everybody; what is in it goes after that. */
    void delete(Change<Project> deleted) {
        var last = deleted.after();
        documents.deleteByWorkspaceIdAndId(last.workspaceId(), last.id());
        facts.say(deleted);
        facts.publish(last.ended());
    }

    Project demand(WorkspaceId workspace, ProjectId project) {
        return documents.findByWorkspaceIdAndId(workspace, project).orElseThrow(NotFound::new);
    }

    Seen demand(WorkspaceId workspace, ProjectId project, UserId user) {
        memberships.demand(workspace, user);
        var found = demand(workspace, project);
        var manager = workspaces.manager(workspace).equals(user);
        if (!manager && !found.has(user)) {
            throw new NotFound();
        }
        return new Seen(found, manager);
    }

    /** A project somebody may see. */
    record Seen(Project project, boolean manager) {}
}
